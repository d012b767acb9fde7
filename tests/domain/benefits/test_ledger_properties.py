"""Properties of a benefit ledger after any steps in any order, each applied once or twice."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as some

from helsebro.benefits.ledger import Ledger
from helsebro.benefits.reservation import Portion, Purpose
from helsebro.benefits.use import Spent, Use
from helsebro.ids import ClaimId, GuaranteeId, PersonId
from helsebro.money import Money
from tests.builders.domain.benefit_totals import totals

NEW_YEAR = date(2026, 1, 1)
DAYS = some.integers(0, 400).map(lambda days: NEW_YEAR + timedelta(days=days))
GUARANTEES = some.sampled_from(["gar_1", "gar_2"])
Step = Callable[[Ledger], Ledger]


def reserving(guarantee: GuaranteeId, number: int, sessions: int, on: date) -> Step:
    portion = Portion(f"tsk_{number}", on, sessions, on, on + timedelta(days=90), Money.of(500))
    purpose = Purpose(ClaimId("clm_1" if guarantee == "gar_1" else "clm_2"), "SF1706")
    return lambda ledger: ledger.reserve(guarantee, purpose, "physiotherapy", guarantee != "gar_2", portion)


def invoicing(guarantee: GuaranteeId, number: int, sessions: int, on: date) -> Step:
    spent = tuple(
        Spent(f"bkg_{place}", on, "physiotherapy", Money.of(450), guarantee) for place in range(sessions)
    )
    return lambda ledger: ledger.consume(
        Use(f"inv_{number}", "invoice", Purpose(ClaimId("clm_1")), on, True, spent[: ledger.left(guarantee)])
    )


def refunding(number: int, sessions: int, on: date) -> Step:
    spent = tuple(Spent(str(place), on, "physiotherapy", Money.of(300)) for place in range(sessions))
    return lambda ledger: ledger.consume(
        Use(f"ref_{number}", "refund", Purpose(ClaimId("clm_2")), on, False, spent, settled=False)
    )


def crediting(number: int, place: int, on: date) -> Step:
    return lambda ledger: ledger.give_back(f"inv_{number}", [f"bkg_{place}"], on)


def releasing(guarantee: GuaranteeId, standing: int, on: date, last: bool) -> Step:
    return lambda ledger: ledger.release(guarantee, standing, on, last=last)


NUMBERS, COUNTS = some.integers(1, 4), some.integers(0, 6)
STEPS = some.one_of(
    some.builds(reserving, GUARANTEES, NUMBERS, COUNTS, DAYS),
    some.builds(invoicing, GUARANTEES, NUMBERS, COUNTS, DAYS),
    some.builds(refunding, NUMBERS, COUNTS, DAYS),
    some.builds(crediting, NUMBERS, COUNTS, DAYS),
    some.builds(releasing, GUARANTEES, COUNTS, DAYS, some.booleans()),
)


def after(steps: list[Step]) -> Ledger:
    ledger = Ledger("tryg", PersonId("per_x"))
    for step in steps:
        ledger = step(ledger)
    return ledger


def counted(ledger: Ledger, as_of: date) -> int:
    return sum(row.sessions for row in ledger.history(None, as_of))


@given(some.lists(STEPS, max_size=12))
def test_the_engine_counts_exactly_what_is_reserved_or_used(steps: list[Step]) -> None:
    ledger = after(steps)
    assert counted(ledger, date(2030, 1, 1)) == sum(line.reserved + line.used for line in totals(ledger))


@given(some.lists(STEPS, max_size=12))
def test_no_session_is_lost_or_added(steps: list[Step]) -> None:
    for line in totals(after(steps)):
        assert min(line.granted, line.reserved, line.used, line.released) >= 0
        assert line.reserved + line.used + line.released >= line.granted


@given(some.lists(STEPS, max_size=8), STEPS)
def test_a_repeated_step_counts_once(steps: list[Step], step: Step) -> None:
    once = step(after(steps))
    assert step(once) == once


@given(some.lists(STEPS, max_size=12), DAYS, DAYS)
def test_a_release_removes_exactly_what_it_releases(steps: list[Step], on: date, asked: date) -> None:
    ledger = after(steps)
    released = ledger.release(GuaranteeId("gar_1"), 0, on, last=True)
    gone = ledger.left(GuaranteeId("gar_1")) - released.left(GuaranteeId("gar_1"))
    assert released.left(GuaranteeId("gar_1")) == 0
    assert counted(ledger, date(2030, 1, 1)) - counted(released, date(2030, 1, 1)) == gone
    assert released.use("inv_1") == ledger.use("inv_1")
    assert released.history(None, min(asked, on - timedelta(days=1))) == ledger.history(
        None, min(asked, on - timedelta(days=1))
    )


@given(some.lists(STEPS, max_size=12), DAYS)
def test_a_reservation_counts_within_its_own_period(steps: list[Step], asked: date) -> None:
    for reservation in after(steps).reservations:
        assert reservation.first_day <= reservation.on(asked) <= reservation.last_day
        if reservation.first_day <= asked <= reservation.last_day:
            assert reservation.on(asked) == asked
