"""What a grant and an extension reserve; the caps are tested in tests/adapters/guarantees/test_reserve."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from helsebro.benefits.ledger import Ledger
from helsebro.benefits.reservation import Portion, Purpose
from helsebro.errors import BadInput
from helsebro.guarantees.reserve import added_portion, granted_portion, reserve
from helsebro.ids import ClaimId, GuaranteeId, PersonId
from helsebro.money import Money
from tests.builders.domain.asking import question
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
