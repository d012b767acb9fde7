from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from helsebro.coverage.answer import Answer, Grant, Step
from helsebro.coverage.terms.product import product
from helsebro.money import Money
from helsebro.tasks.proposal import BilledAnswer, Proposal

STEP = Step("R-843", "8.4.2", "cap", {"most": "300.00"}, product("SF1706").text("R-843", "da"))
ANSWER = Answer("covered", (STEP,), Grant(3), policy_number="P-1", product="SF1706")
OF_A_CLAIM = Proposal(ANSWER, "da")
OF_A_REFUND = Proposal(
    Answer("covered", (STEP,), Grant(payable=Money.of(300)), policy_number="P-1", product="SF1706"),
    "da",
    (BilledAnswer(date(2026, 11, 16), "osteopathy", ANSWER),),
)


@pytest.mark.parametrize("proposal", [OF_A_CLAIM, OF_A_REFUND], ids=["claim", "refund"])
def test_a_proposal_that_is_kept_reads_as_it_was(proposal: Proposal) -> None:
    assert Proposal.from_json(proposal.as_json()) == proposal


def test_of_a_refund_only_the_sum_is_granted_in_all_and_each_treatment_has_its_answer() -> None:
    shown: dict[str, Any] = OF_A_REFUND.as_json()
    assert shown["grant"] == {"payable": {"amount": "300.00", "currency": "DKK"}}
    assert not {"missing", "flips", "amountHangsOn"} & shown.keys()
    [treatment] = shown["treatments"]
    assert (treatment["on"], treatment["type"], treatment["missing"]) == ("2026-11-16", "osteopathy", [])


@pytest.mark.parametrize("proposal", [OF_A_CLAIM, OF_A_REFUND], ids=["claim", "refund"])
def test_every_trail_of_a_proposal_is_told_in_the_readers_language(proposal: Proposal) -> None:
    english = proposal.in_language("en")
    answers = [english.answer, *(one.answer for one in english.treatments)]
    assert {step.detail for one in answers for step in one.trail} == {product("SF1706").text("R-843", "en")}
    assert (english.language, proposal.in_language("da")) == ("en", proposal)


def test_a_proposal_that_names_no_language_is_shown_as_it_stands() -> None:
    assert Proposal(ANSWER).in_language("en") == Proposal(ANSWER)
