"""What a grant and an extension reserve; the caps are tested in tests/adapters/guarantees/test_reserve."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from helsebro.benefits.ledger import Ledger
from helsebro.benefits.reservation import Portion, Purpose
from helsebro.errors import BadInput
from helsebro.guarantees.reserve import added_portion, granted_portion, reserve, settlement_of
from helsebro.ids import ClaimId, ClinicId, GuaranteeId, PersonId
from helsebro.money import Money
from tests.builders.domain.asking import question
from tests.builders.domain.covers import cover
from tests.builders.domain.guarantees import guarantee
from tests.domain.decisions.test_ruling import GRANT, TODAY, claim, decision, opened
from tests.domain.guarantees.test_issue import APPROVED, TRYG

ON = date(2026, 12, 1)
UNTIL = date(2027, 4, 30)
EMPTY = Ledger("tryg", PersonId("per_a"))


def ledger(sessions: int, portion_id: str = "tsk_1") -> Ledger:
    portion = Portion(portion_id, ON, sessions, ON, UNTIL)
    purpose = Purpose(ClaimId("clm_1"))
    return EMPTY.reserve(guarantee().guarantee_id, purpose, "physiotherapy", True, portion)


def test_an_approval_reserves_its_sessions_from_today_to_the_last_day() -> None:
    portion = granted_portion(claim(), APPROVED, TRYG)
    assert portion
    assert (portion.portion_id, portion.sessions) == (APPROVED.task_id, GRANT.sessions)
    assert (portion.first_day, portion.last_day) == (TODAY, GRANT.valid_until)


@pytest.mark.parametrize("verdict", ["deny", "clarify"])
def test_a_decision_that_grants_nothing_reserves_nothing(verdict: Any) -> None:
    decided = replace(opened(), decision=decision(verdict, question="Hvem?"))
    assert granted_portion(claim(), decided, TRYG) is None


def test_a_treatment_that_starts_later_is_reserved_from_its_start() -> None:
    later = claim(question=question({"treatment": {"startsOn": str(GRANT.valid_until)}}))
    portion = granted_portion(later, APPROVED, TRYG)
    assert portion
    assert portion.first_day == GRANT.valid_until


def test_a_price_in_another_currency_than_the_payers_is_refused() -> None:
    grant = replace(GRANT, per_session=Money.of(300, "NOK"))
    approved = opened().decide(decision("approve", grant=grant))
    with pytest.raises(BadInput) as refused:
        granted_portion(claim(), approved, TRYG)
    assert [fault.code for fault in refused.value.faults] == ["currency-not-the-payers"]


OUTSIDE = {"type": "chiropractic", "inNetwork": False, "cost": {"amount": "800.00", "currency": "DKK"}}
IN_ALL = {"type": "rehabilitation", "inNetwork": False, "cost": {"amount": "2400.00", "currency": "DKK"}}
DEDUCTED = [{"rule": "R-306"}]


@pytest.mark.parametrize(
    "treatment, trail, most",
    [(OUTSIDE, DEDUCTED, 650), (OUTSIDE, [], 800), (IN_ALL, DEDUCTED, 750)],
    ids=["of a session", "a policy that deducts nothing", "of all three sessions"],
)
def test_a_price_agreed_for_the_case_is_at_most_what_is_left_after_the_subsidy(
    treatment: dict[str, Any], trail: list[Any], most: int
) -> None:
    """R-305, R-306: the subsidy is 150.00."""
    told = {"treatment": treatment, "evidence": {"subsidy": {"amount": "150.00", "currency": "DKK"}}}
    about = claim(treatment_type=str(treatment["type"]), question=question(told))
    for price, is_refused in ((most, False), (most + 1, True)):
        grant = replace(GRANT, sessions=3, per_session=Money.of(price))
        approved = opened(trail=trail).decide(decision("approve", grant=grant, fees=()))
        codes = []
        try:
            granted_portion(about, approved, TRYG)
        except BadInput as refused:
            codes = [fault.code for fault in refused.faults]
        assert codes == (["amount-above-cost"] if is_refused else [])


@pytest.mark.parametrize(
    "before, granted, used, added",
    [(ledger(3), 5, 0, 2), (ledger(3), 3, 0, 0), (EMPTY, 5, 1, 4)],
    ids=["two more", "only time", "issued before there was a ledger"],
)
def test_an_extension_reserves_what_is_not_reserved_yet(
    before: Ledger, granted: int, used: int, added: int
) -> None:
    extended = guarantee(sessions_granted=granted, sessions_used=used)
    portion = added_portion(extended, before, "ext_1", ON)
    assert portion
    assert (portion.sessions, portion.first_day, portion.last_day) == (added, ON, UNTIL)


def test_an_extension_that_is_reserved_already_adds_nothing() -> None:
    assert added_portion(guarantee(sessions_granted=5), ledger(3, "ext_1"), "ext_1", ON) is None


def test_without_a_policy_no_cap_applies() -> None:
    portion = Portion("tsk_1", ON, 500, ON, UNTIL)
    after = reserve(EMPTY, claim(), None, GuaranteeId("gar_1"), portion)
    assert after.left(GuaranteeId("gar_1")) == 500


@pytest.mark.parametrize("left_on, is_in_time", [(date(2026, 10, 30), True), (date(2026, 10, 29), False)])
def test_a_grant_that_outlasts_the_run_off_is_refused_though_its_treatment_began_before(
    left_on: date, is_in_time: bool
) -> None:
    """R-1315: the member has left since the proposal was made, or leaves soon."""
    portion = Portion("tsk_1", ON, 1, ON, UNTIL)

    def reserved() -> Ledger:
        return reserve(EMPTY, claim(), cover(left_on=left_on), GuaranteeId("gar_1"), portion)

    if is_in_time:
        assert reserved().left(GuaranteeId("gar_1")) == 1
        return
    with pytest.raises(BadInput) as refused:
        reserved()
    assert [fault.code for fault in refused.value.faults] == ["grant-outlasts-cover"]


CLINIC = ClinicId("cli_a")


@pytest.mark.parametrize(
    "treatment, clinic, is_for_refunds",
    [
        ({"type": "physiotherapy", "inNetwork": True}, None, False),
        ({"type": "physiotherapy", "inNetwork": False}, None, True),
        ({"type": "physiotherapy", "inNetwork": False}, CLINIC, False),
        ({"type": "transport"}, None, True),
        ({"type": "medicine", "inNetwork": True}, None, True),
    ],
    ids=["in the network", "outside it", "staff chose a clinic", "by no clinic", "nor in the network"],
)
def test_a_reservation_is_for_refunds_when_its_guarantee_pays_no_clinic(
    treatment: dict[str, Any], clinic: ClinicId | None, is_for_refunds: bool
) -> None:
    about = claim(treatment_type=str(treatment["type"]), question=question({"treatment": treatment}))
    approved = opened().decide(decision("approve", grant=replace(GRANT, clinic_id=clinic), fees=()))
    portion = Portion("tsk_1", ON, 3, ON, UNTIL)
    after = reserve(EMPTY, about, None, GuaranteeId("gar_1"), portion, settlement_of(about, approved))
    assert after.reservations[0].is_for_refunds == is_for_refunds


def test_a_grant_that_must_begin_by_a_day_is_reserved_so_only_until_a_session_was_held() -> None:
    trail = [{"rule": "R-7144", "effect": "cap", "facts": {"beginBy": "2026-12-22"}}]
    portion = granted_portion(claim(), opened(trail=trail).decide(decision("approve", grant=GRANT)), TRYG)
    assert portion
    gar = GuaranteeId("gar_1")
    [kept] = (waiting := reserve(EMPTY, claim(), None, gar, portion, "direct")).reservations
    [begun] = waiting.begin(gar).reservations
    assert (kept.begin_by, kept.kept_until) == (date(2026, 12, 22), date(2026, 12, 22))
    assert (begun.begin_by, begun.kept_until) == (None, GRANT.valid_until)
