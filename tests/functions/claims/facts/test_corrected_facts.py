"""A fact can be corrected alone: what was stated beside it and means nothing then goes with it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.builders.claims import fact_of, read, state_facts
from tests.builders.decisions import CHIROPRACTIC, claim_in_review, cost

pytestmark = pytest.mark.usefixtures("aws")
OTHER, NAME, PAYS = "evidence.otherInsurer", "evidence.otherInsurer.name", "evidence.otherInsurerPays"
FORMER = "evidence.formerInsurance"
LIMITS = {OTHER: "limits", NAME: "Alka", PAYS: cost("300.00")}
EARLIER = {
    f"{FORMER}.product": "health-insurance",
    f"{FORMER}.beganOn": "2015-01-01",
    f"{FORMER}.endedOn": "2019-12-31",
}


def case() -> str:
    return claim_in_review(treatment={**CHIROPRACTIC, "cost": cost("800.00")})


def values(claim_id: str, *paths: str) -> list[Any]:
    claim = read(claim_id).body
    return [fact_of(claim, path).get("value") for path in paths]


@pytest.mark.parametrize(
    "first, then, left",
    [
        (LIMITS, {OTHER: "none"}, ["none", None, None]),
        (LIMITS, {OTHER: "reported"}, ["reported", "Alka", None]),
        (LIMITS, {OTHER: None}, [None, None, None]),
        (LIMITS, {OTHER: "limits"}, ["limits", "Alka", cost("300.00")]),
        (LIMITS, {OTHER: "reported", NAME: "Tryg"}, ["reported", "Tryg", None]),
    ],
)
def test_another_answer_about_the_other_insurer_clears_what_was_said_beside_it(
    first: dict[str, Any], then: dict[str, Any], left: list[Any]
) -> None:
    claim_id = case()
    assert state_facts(claim_id, first).status == 200
    answer = state_facts(claim_id, then)
    assert answer.status == 200, answer.body
    assert values(claim_id, OTHER, NAME, PAYS) == left


@pytest.mark.parametrize("product", ["none", None])
def test_no_former_insurance_has_no_days(product: str | None) -> None:
    claim_id = case()
    assert state_facts(claim_id, EARLIER).status == 200
    assert state_facts(claim_id, {f"{FORMER}.product": product}).status == 200
    assert values(claim_id, f"{FORMER}.beganOn", f"{FORMER}.endedOn") == [None, None]


def test_a_withdrawn_event_has_no_day() -> None:
    claim_id = case()
    assert state_facts(claim_id, {"event.kind": "fire", "event.occurredOn": "2026-01-05"}).status == 200
    assert state_facts(claim_id, {"event.kind": None}).status == 200
    assert values(claim_id, "event.kind", "event.occurredOn") == [None, None]


@pytest.mark.parametrize(
    "first, then",
    [
        ({"evidence.subsidy": cost("90.00")}, {"treatment.cost": cost("50.00")}),
        ({}, {OTHER: "none", NAME: "Alka"}),
    ],
)
def test_a_fault_points_to_what_was_sent(first: dict[str, Any], then: dict[str, Any]) -> None:
    claim_id = case()
    if first:
        assert state_facts(claim_id, first).status == 200
    answer = state_facts(claim_id, then)
    [fault] = answer.body["errors"]
    at = list(then).index(fault["path"])
    assert (answer.status, fault["pointer"]) == (422, f"/facts/{at}/value")
