from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from helsebro.coverage.answer import Answer, Grant
from helsebro.coverage.trail import Step, Trail
from helsebro.money import Money
from helsebro.tasks.proposal import BilledAnswer, Proposal

MOST = {"amount": "300.00", "currency": "DKK"}
STEP = Step("R-843", "8.4.2", "cap", {"most": MOST}, ("treatment.type",))
OLD = {"rule": "R-843", "clause": "8.4.2", "effect": "cap", "facts": {"most": "300.00"}, "detail": "Højst."}


def trail(on: str) -> Trail:
    return Trail((STEP,), {"treatment.startsOn": on, "treatment.type": "osteopathy"}, "SF1706")


def answer(on: str) -> Answer:
    return Answer("covered", trail(on), Grant(3), policy_number="P-1", product="SF1706")


OF_A_CLAIM = Proposal(answer("2026-11-16"))
COMMON = Trail((STEP,), {"treatment.type": "osteopathy"}, "SF1706")
OF_A_REFUND = Proposal(
    Answer("covered", COMMON, Grant(payable=Money.of(300)), policy_number="P-1", product="SF1706"),
    tuple(
        BilledAnswer(date.fromisoformat(on), "osteopathy", answer(on)) for on in ("2026-11-16", "2026-11-18")
    ),
)


@pytest.mark.parametrize("proposal", [OF_A_CLAIM, OF_A_REFUND], ids=["claim", "refund"])
def test_a_proposal_that_is_stored_is_read_unchanged(proposal: Proposal) -> None:
    assert Proposal.from_json(proposal.as_json()) == proposal


def test_a_refund_stores_the_sum_and_an_answer_for_each_treatment() -> None:
    stored: dict[str, Any] = OF_A_REFUND.as_json()
    assert stored["grant"] == {"payable": {"amount": "300.00", "currency": "DKK"}}
    assert not {"missing", "flips", "amountHangsOn", "trail"} & stored.keys()
    [treatment, _] = stored["treatments"]
    assert (treatment["on"], treatment["type"], treatment["missing"]) == ("2026-11-16", "osteopathy", [])


def test_a_proposal_stored_with_its_texts_is_read() -> None:
    [step] = Proposal.from_json({"outcome": "covered", "language": "da", "trail": [OLD]}).answer.trail
    assert (step.rule, step.most, step.detail) == ("R-843", Decimal(300), "Højst.")
