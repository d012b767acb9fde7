"""A proposal that may be approved has an amount, or says who can answer what the amount hangs on."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from helsebro.coverage.engine import decide
from helsebro.coverage.question import question_json, vocabulary
from helsebro.tasks.proposal import Proposal
from helsebro_aws.tasks.proposal_view import proposal_shown
from tests.builders.domain.asking import LEISURE, TODAY, body


def shown(**changes: object) -> dict[str, Any]:
    """Returns the proposal on the plain question, without a price or a subsidy unless a test sets them."""
    unknown = {"treatment__cost": None, "evidence__subsidy": None}
    asked = question_json.read(body(**{**unknown, **changes}))
    answer = decide(asked, LEISURE, TODAY).answer()
    return dict(proposal_shown(Proposal(answer), "en"))


@pytest.mark.parametrize(
    "changes, asked",
    [
        ({}, {"treatment.cost": "staff", "evidence.subsidy": "member"}),
        ({"treatment__inNetwork": False}, {"treatment.cost": "member", "evidence.subsidy": "member"}),
    ],
)
def test_each_fact_that_the_amount_hangs_on_says_who_can_answer_it(
    changes: dict[str, object], asked: dict[str, str]
) -> None:
    found = shown(**changes)["amountHangsOn"]
    assert {fact["fact"]: fact["askedOf"] for fact in found} == asked
    assert all(fact["question"] for fact in found)


@pytest.mark.parametrize("in_network", [True, False])
@pytest.mark.parametrize("treatment", vocabulary.TREATMENTS)
def test_what_may_be_approved_has_an_amount_or_names_who_answers(treatment: str, in_network: bool) -> None:
    found = shown(treatment__type=treatment, treatment__inNetwork=in_network)
    if found["outcome"] in ("covered", "refer"):
        assert found["grant"].get("payable") or all(fact["askedOf"] for fact in found["amountHangsOn"])
        assert found["grant"].get("payable") or found["amountHangsOn"]


def test_with_price_and_subsidy_known_nothing_is_open() -> None:
    price = {"amount": "400.00", "currency": "DKK"}
    found = shown(treatment__cost=price, evidence__subsidy={"amount": "0.00", "currency": "DKK"})
    assert (found["grant"]["payable"]["amount"], found["amountHangsOn"]) == ("1200.00", [])


def test_what_the_member_does_not_know_is_asked_of_the_staff() -> None:
    unknown = {"treatment__cost": None, "evidence__subsidy": None, "treatment__inNetwork": False}
    answer = decide(question_json.read(body(**unknown)), LEISURE, TODAY).answer()
    facts = {**answer.trail.facts, "notKnown.evidence.subsidy": True}
    proposal = Proposal(replace(answer, trail=replace(answer.trail, facts=facts)))
    found = proposal_shown(proposal, "en")["amountHangsOn"]
    assert {fact["fact"]: fact["askedOf"] for fact in found} == {
        "treatment.cost": "member",
        "evidence.subsidy": "staff",
    }
