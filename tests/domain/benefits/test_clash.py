from __future__ import annotations

from datetime import date

import pytest

from helsebro.benefits.clash import are_certain, certainty_of, clashes_of
from helsebro.benefits.ledger import Ledger
from helsebro.benefits.named_practitioner import NamedPractitioner
from helsebro.benefits.reservation import Purpose
from helsebro.benefits.use import Source, Spent, Use
from helsebro.ids import ClaimId, PersonId, PractitionerId
from helsebro.money import Money

DAY, NEXT = date(2026, 11, 3), date(2026, 11, 4)


def named(practitioner_id: str | None = None, number: str | None = None) -> NamedPractitioner:
    known = PractitionerId(practitioner_id) if practitioner_id else None
    return NamedPractitioner(known, number)


def ledger(*uses: Use) -> Ledger:
    return Ledger("tryg", PersonId("per_a"), uses=uses)


def use(use_id: str, *sessions: Spent, source: Source = "invoice") -> Use:
    return Use(use_id, source, Purpose(ClaimId("clm_1")), DAY, in_network=True, sessions=sessions)


def spent(by: NamedPractitioner | None = None, on: date = DAY, credited_on: date | None = None) -> Spent:
    return Spent("bkg_1", on, "physiotherapy", Money.of(450), credited_on=credited_on, by=by)


@pytest.mark.parametrize(
    "one, other, certainty",
    [
        (None, None, "certain"),
        (None, named("prc_1", "ABC12"), "certain"),
        (named("prc_1"), named("prc_1"), "certain"),
        (named("prc_1", "ABC12"), named(None, "abc12"), "certain"),
        (named("prc_1", "ABC12"), named("prc_2", "ABC12"), "certain"),
        (named("prc_1", "ABC12"), named("prc_1", "XYZ98"), "perhaps"),
        (named("prc_1"), named("prc_2"), "perhaps"),
        (named("prc_1"), named(None, "ABC12"), "perhaps"),
    ],
)
def test_two_sessions_are_two_only_when_two_practitioners_are_named(
    one: NamedPractitioner | None, other: NamedPractitioner | None, certainty: str
) -> None:
    assert certainty_of(one, other) == certainty_of(other, one) == certainty


@pytest.mark.parametrize(
    "kept",
    [
        use("inv_1", spent(on=NEXT)),
        use("inv_1", Spent("0", DAY, "chiropractic", Money.of(450))),
        use("inv_1", spent(credited_on=NEXT)),
        use("ref_own", spent()),
    ],
    ids=["another day", "another treatment", "credited", "its own"],
)
def test_another_day_or_treatment_or_a_credited_session_is_no_clash(kept: Use) -> None:
    assert clashes_of(ledger(kept), DAY, "physiotherapy", None, but="ref_own") == ()


def test_the_certain_clash_comes_first_and_says_how_it_was_paid() -> None:
    uses = use("inv_1", spent(named("prc_1"))), use("ref_1", spent(), source="refund")
    found = clashes_of(ledger(*uses), DAY, "physiotherapy", named("prc_2"))
    assert [(clash.certainty, clash.way, clash.paid_by) for clash in found] == [
        ("certain", "refund", "ref_1"),
        ("perhaps", "invoice", "inv_1"),
    ]
    assert are_certain(found)
    assert not are_certain(found[1:])
