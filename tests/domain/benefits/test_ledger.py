from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from helsebro.benefits.ledger import Ledger
from helsebro.benefits.reservation import Portion, Purpose
from helsebro.benefits.use import Spent, Use
from helsebro.coverage.question.question import Condition, Question, Treatment
from helsebro.ids import ClaimId, GuaranteeId, PersonId, RefundId
from helsebro.money import Money
from helsebro.refunds.benefits_used import asked_by
from helsebro.refunds.billed_treatment import BilledTreatment
from helsebro.refunds.refund import Refund
from tests.builders.domain.benefit_totals import totals

NEW_YEAR = date(2026, 1, 1)
PURPOSE = Purpose(ClaimId("clm_1"), "SF1706", "P-1", "injury", date(2025, 12, 1))
PORTION = Portion("tsk_1", NEW_YEAR, 4, NEW_YEAR, date(2026, 6, 30), Money.of(500))
EMPTY = Ledger("tryg", PersonId("per_x"))


def reserved(in_network: bool | None = True, **portion: Any) -> Ledger:
    """Four sessions of physiotherapy for one guarantee."""
    return EMPTY.reserve(
        GuaranteeId("gar_1"), PURPOSE, "physiotherapy", in_network, replace(PORTION, **portion)
    )


def invoice(*days: date, use_id: str = "inv_1", on: date = date(2026, 3, 1)) -> Use:
    """Sessions held on these days, for 475 kr. each."""
    spent = (
        Spent(f"bkg_{number}", day, "physiotherapy", Money.of(475), GuaranteeId("gar_1"))
        for number, day in enumerate(days)
    )
    return Use(use_id, "invoice", PURPOSE, on, True, tuple(spent))


def question(on: date | None = None, **condition: Any) -> Question:
    return Question(Treatment("physiotherapy", starts_on=on), condition=Condition(**condition))


def rows(ledger: Ledger, as_of: date, **how: Any) -> list[tuple[date, int, int]]:
    """Day, sessions and kroner of each row of history."""
    rows = ledger.history(how.pop("question", None), as_of, **how)
    return [(row.on, row.sessions, int(row.cost.amount) if row.cost else 0) for row in rows]


@pytest.mark.parametrize(
    "in_network, kept_until",
    [(True, date(2026, 6, 30)), (None, date(2026, 6, 30)), (False, date(2026, 9, 28))],
)
def test_outside_the_network_a_reservation_is_kept_for_bills_after_the_course(
    in_network: bool | None, kept_until: date
) -> None:
    [kept] = reserved(in_network).reservations
    assert kept.kept_until == kept_until


def test_a_revoked_reservation_is_not_kept_for_bills() -> None:
    cut = reserved(False).revoke(GuaranteeId("gar_1"), 0, date(2026, 3, 1), last=True)
    assert cut.reservations[0].kept_until == date(2026, 3, 1)


def test_a_reservation_counts_as_an_earlier_treatment_at_its_agreed_price() -> None:
    [row] = reserved().history(question(), date(2026, 2, 1))
    assert (row.treatment_type, row.sessions, row.cost) == ("physiotherapy", 4, Money.of(2000))
    assert (row.product, row.in_network) == ("SF1706", True)


@pytest.mark.parametrize(
    "asked, counts_on",
    [
        (date(2025, 11, 1), NEW_YEAR),
        (date(2026, 2, 1), date(2026, 2, 1)),
        (date(2026, 7, 1), date(2026, 6, 30)),
    ],
)
def test_a_reservation_counts_on_the_day_of_its_period_nearest_to_the_treatment(
    asked: date, counts_on: date
) -> None:
    assert rows(reserved(), date(2026, 2, 1), question=question(asked)) == [(counts_on, 4, 2000)]


def test_an_invoiced_session_counts_on_its_day_at_its_price_and_is_no_longer_reserved() -> None:
    ledger = reserved().consume(invoice(date(2026, 2, 2), date(2026, 2, 9)))
    day = date(2026, 4, 1)
    assert rows(ledger, day) == [(date(2026, 2, 2), 1, 475), (date(2026, 2, 9), 1, 475), (day, 2, 1000)]
    assert rows(ledger, day, parts=("used",)) == rows(ledger, day)[:2]
    assert rows(ledger, day, parts=("reserved",)) == rows(ledger, day)[2:]


def test_a_repeated_invoice_or_portion_changes_nothing() -> None:
    ledger = reserved().consume(invoice(date(2026, 2, 2)))
    assert ledger.consume(invoice(date(2026, 2, 2))) == ledger
    assert ledger.reserve(GuaranteeId("gar_1"), PURPOSE, "physiotherapy", True, PORTION) == ledger


def test_a_credited_session_is_reserved_again() -> None:
    ledger = reserved().consume(invoice(date(2026, 2, 2), date(2026, 2, 9)))
    after = ledger.give_back("inv_1", ["bkg_1"], date(2026, 3, 5))
    assert (ledger.left(GuaranteeId("gar_1")), after.left(GuaranteeId("gar_1"))) == (2, 3)
    assert rows(after, date(2026, 3, 4)) == rows(ledger, date(2026, 3, 4))
    assert [sessions for _, sessions, _ in rows(after, date(2026, 3, 5))] == [1, 3]


def test_the_history_of_a_past_day_leaves_out_later_changes() -> None:
    ledger = reserved().consume(invoice(date(2026, 2, 2)))
    ledger = ledger.release(GuaranteeId("gar_1"), 1, date(2026, 7, 1), last=True)
    assert rows(ledger, date(2025, 12, 31)) == []
    assert rows(ledger, date(2026, 2, 20)) == [(date(2026, 2, 20), 4, 2000)]
    assert [sessions for _, sessions, _ in rows(ledger, date(2026, 5, 1))] == [1, 3]
    assert rows(ledger, date(2026, 7, 1)) == [(date(2026, 2, 2), 1, 475)]


def test_a_future_day_counts_a_reservation_up_to_its_last_day() -> None:
    today = date(2026, 2, 1)
    assert len(rows(reserved(), date(2026, 6, 30), today=today)) == 1
    assert rows(reserved(), date(2026, 7, 1), today=today) == []
    assert len(rows(reserved(), date(2026, 7, 1), today=date(2026, 7, 1))) == 1


@pytest.mark.parametrize(
    "standing, invoiced, left, released",
    [(0, 0, 0, 4), (1, 0, 1, 3), (1, 1, 0, 3), (3, 1, 2, 1), (4, 0, 4, 0), (5, 0, 4, 0)],
)
def test_a_release_releases_what_no_session_needs(
    standing: int, invoiced: int, left: int, released: int
) -> None:
    ledger = reserved().consume(invoice(*[date(2026, 2, 2)] * invoiced))
    after = ledger.release(GuaranteeId("gar_1"), standing, date(2026, 7, 1), last=True)
    [line] = totals(after)
    assert (line.granted, line.reserved, line.used, line.released) == (4, left, invoiced, released)
    assert after.release(GuaranteeId("gar_1"), standing, date(2026, 7, 2), last=True) == after


def test_a_session_reported_missed_later_is_released_later() -> None:
    waiting = reserved().release(GuaranteeId("gar_1"), 1, date(2026, 7, 1), last=False)
    [open_one] = waiting.reservations
    assert (waiting.left(GuaranteeId("gar_1")), open_one.closed_on) == (1, None)
    after = waiting.release(GuaranteeId("gar_1"), 0, date(2026, 7, 9), last=True)
    [closed] = after.reservations
    assert (after.left(GuaranteeId("gar_1")), closed.closed_on) == (0, date(2026, 7, 9))


def test_a_revoked_guarantee_does_not_count_after_its_last_day() -> None:
    after = reserved().revoke(GuaranteeId("gar_1"), 1, date(2026, 3, 1), last=False)
    assert rows(after, date(2026, 5, 1)) == [(date(2026, 3, 1), 1, 500)]


def test_an_extension_reserves_its_own_portion_and_opens_a_closed_reservation() -> None:
    closed = reserved().release(GuaranteeId("gar_1"), 1, date(2026, 7, 1), last=True)
    more = replace(PORTION, portion_id="ext_1", recorded_on=date(2026, 7, 2), last_day=date(2026, 12, 31))
    after = closed.reserve(GuaranteeId("gar_1"), PURPOSE, "physiotherapy", True, more)
    [line] = totals(after)
    assert (line.granted, line.reserved, line.released, line.last_day) == (8, 5, 3, date(2026, 12, 31))
    assert after.reservations[0].closed_on is None
    assert (after.backed(GuaranteeId("gar_1")), after.backed(GuaranteeId("gar_2"))) == (5, 0)


@pytest.mark.parametrize(
    "claim_id, condition, key",
    [
        ("clm_1", {}, "same"),
        ("clm_2", {"category": "injury", "arisen_on": date(2025, 12, 1)}, "same"),
        ("clm_2", {"category": "injury", "arisen_on": date(2025, 12, 2)}, "other"),
        ("clm_2", {"category": "illness"}, "other"),
        ("clm_2", {"category": "injury"}, None),
        (None, {}, None),
    ],
)
def test_a_row_is_for_the_same_or_another_condition_or_unknown(
    claim_id: ClaimId | None, condition: dict[str, Any], key: str | None
) -> None:
    [row] = reserved().history(question(**condition), date(2026, 2, 1), claim_id=claim_id)
    assert row.condition_key == key


def test_every_session_of_a_course_has_the_end_of_the_course() -> None:
    ended = date(2026, 4, 1)
    ledger = reserved().consume(invoice(date(2026, 2, 2))).end_course(GuaranteeId("gar_1"), ended)
    assert [row.course_ended_on for row in ledger.history(None, ended)] == [ended, ended]
    assert [row.course_ended_on for row in ledger.history(None, ended - timedelta(days=1))] == [None, None]
    assert ledger.end_course(GuaranteeId("gar_1"), date(2026, 3, 1)) == ledger


def refund(*treatments: str, settled: bool = False) -> Use:
    spent = (
        Spent(str(place), date(2026, 2, 2), treatment, Money.of(300))
        for place, treatment in enumerate(treatments)
    )
    return Use("ref_1", "refund", PURPOSE, date(2026, 3, 1), False, tuple(spent), settled)


def test_a_refund_is_taken_from_what_its_claim_reserved_outside_the_network() -> None:
    outside = reserved(in_network=False, sessions=2)
    after = outside.consume(refund("physiotherapy", "chiropractic", "physiotherapy", "physiotherapy"))
    assert [spent.guarantee_id for spent in after.uses[0].sessions] == ["gar_1", None, "gar_1", None]
    assert after.left(GuaranteeId("gar_1")) == 0


@pytest.mark.parametrize(
    "claim_id, treatments, left",
    [
        ("clm_1", ["physiotherapy"], 3),
        ("clm_1", ["physiotherapy", "chiropractic", "physiotherapy"], 2),
        ("clm_1", ["physiotherapy"] * 5, 0),
        ("clm_2", ["physiotherapy"], 4),
    ],
)
def test_a_refunds_treatments_are_taken_from_what_is_reserved_for_them(
    claim_id: ClaimId, treatments: list[str], left: int
) -> None:
    billed = tuple(
        BilledTreatment(date(2026, 2, day), treatment, Money.of(300))
        for day, treatment in enumerate(treatments, start=1)
    )
    at = datetime(2026, 3, 1, tzinfo=UTC)
    asked = Refund(RefundId("ref_1"), claim_id, "tryg", PersonId("per_x"), "DK", (), billed, "received", at)
    outside = reserved(in_network=False).making_room_for(asked_by(asked))
    assert sum(row.sessions for row in outside.history(None, date(2026, 3, 1))) == left
    assert reserved().making_room_for(asked_by(asked)) == reserved()


def test_a_refund_is_taken_from_what_is_kept_for_refunds_of_a_treatment_that_no_clinic_gives() -> None:
    trips = EMPTY.reserve(GuaranteeId("gar_1"), PURPOSE, "transport", True, PORTION, "refund")
    after = trips.consume(refund("transport"))
    assert (after.left(GuaranteeId("gar_1")), len(totals(after))) == (3, 1)
    assert rows(after, date(2026, 4, 1)) == [(date(2026, 2, 2), 1, 300), (date(2026, 4, 1), 3, 1500)]


def test_a_refund_takes_nothing_that_is_kept_for_a_clinic_though_the_claim_was_outside_the_network() -> None:
    clinics = EMPTY.reserve(GuaranteeId("gar_1"), PURPOSE, "physiotherapy", False, PORTION, "direct")
    assert clinics.consume(refund("physiotherapy")).left(GuaranteeId("gar_1")) == 4


def test_a_refund_takes_nothing_from_a_reservation_in_the_network() -> None:
    after = reserved().consume(refund("physiotherapy"))
    assert (after.left(GuaranteeId("gar_1")), len(totals(after))) == (4, 2)


@pytest.mark.parametrize(
    "free, taken", [({}, 0), ({"gar_1": 0}, 0), ({"gar_1": 1}, 1), ({"gar_1": 9}, 4), ({"gar_2": 9}, 0)]
)
def test_a_refund_takes_the_sessions_in_the_network_that_no_booking_has(
    free: dict[GuaranteeId, int], taken: int
) -> None:
    billed = refund(*["physiotherapy"] * 5)
    after = reserved().consume(billed, free)
    assert after.left(GuaranteeId("gar_1")) == 4 - taken
    assert [spent.guarantee_id for spent in after.uses[0].sessions].count(GuaranteeId("gar_1")) == taken
    assert after.left(GuaranteeId("gar_1")) == reserved().making_room_for(billed, free).left(
        GuaranteeId("gar_1")
    )


def test_a_refund_of_another_day_leaves_the_sessions_in_the_network() -> None:
    early = replace(
        refund("physiotherapy"), sessions=(Spent("0", date(2020, 1, 1), "physiotherapy", Money.of(300)),)
    )
    assert reserved().consume(early, {GuaranteeId("gar_1"): 4}).left(GuaranteeId("gar_1")) == 4


def test_a_session_held_at_the_clinic_stays_reserved_beside_a_refunded_one() -> None:
    ledger = reserved().consume(refund("physiotherapy"), {GuaranteeId("gar_1"): 3})
    released = ledger.release(GuaranteeId("gar_1"), 1, date(2026, 12, 1), last=False)
    assert released.left(GuaranteeId("gar_1")) == 1


def test_a_refund_is_settled_once_it_is_payable_and_stays_so() -> None:
    ledger = EMPTY.consume(refund("physiotherapy"))
    settled = ledger.consume(refund("physiotherapy", settled=True))
    assert [after.uses[0].settled for after in (ledger, settled)] == [False, True]
    assert settled.consume(refund("physiotherapy")) == settled


def test_a_line_for_each_guarantee_adds_up() -> None:
    [line] = totals(reserved().consume(invoice(date(2026, 2, 2))))
    rows = (line.line_id, line.granted, line.reserved, line.used, line.paid)
    assert rows == ("gar_1", 4, 3, 1, Money.of(475))


def test_an_invoice_of_a_guarantee_without_a_reservation_has_its_own_line() -> None:
    [line] = totals(EMPTY.consume(invoice(date(2026, 2, 2))))
    assert (line.line_id, line.granted, line.used, line.paid) == ("inv_1", 1, 1, Money.of(475))


def test_hours_are_divided_among_the_sessions() -> None:
    ledger = reserved(hours=6).consume(invoice(date(2026, 2, 2)))
    assert [row.hours for row in ledger.history(None, date(2026, 4, 1))] == [1.5, 4.5]
