"""A price in all: it is asked for anew when a number of sessions would make it one of a session."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from helsebro.ids import ClaimId
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from tests.builders.claims import asked_in, claim_of, fact_of, read, state_facts
from tests.builders.decisions import cost

pytestmark = pytest.mark.usefixtures("aws")
PRICE, SUBSIDY, SESSIONS = "treatment.cost", "evidence.subsidy", "treatment.sessions"


def surgery() -> ClaimId:
    treatment: dict[str, Any] = {"type": "surgery", "country": "DK", "inNetwork": False}
    return claim_of(treatment={**treatment, "cost": cost("20000.00")}, evidence={"subsidy": cost("0.00")})


def test_a_number_of_sessions_asks_for_the_price_of_one() -> None:
    claim = state_facts(surgery(), {SESSIONS: 10}).body
    assert fact_of(claim, PRICE)["state"] == "asked"
    assert fact_of(claim, PRICE)["question"] == "Hvad koster én behandling?"
    assert fact_of(claim, SUBSIDY)["value"] == cost("0.00")


def test_a_price_that_comes_with_the_number_is_that_of_a_session() -> None:
    claim_id = surgery()
    assert state_facts(claim_id, {SESSIONS: 10, PRICE: cost("2000.00")}).status == 200
    claim = read(claim_id).body
    assert fact_of(claim, PRICE)["value"] == cost("2000.00")
    assert PRICE not in asked_in(claim)


def test_an_approved_price_in_all_stays_one_when_a_number_of_sessions_is_stated_later() -> None:
    claim_id = surgery()
    claims, claim = DynamoClaims(), DynamoClaims().find(claim_id)
    confirmed = [replace(fact, state="confirmed") for fact in claim.facts]
    approved = replace(claim, status="approved", consent="given", facts=tuple(confirmed))
    claims.change(claim, replace(approved, version=claim.version + 1))
    shown = state_facts(claim_id, {SESSIONS: 5}).body
    assert fact_of(shown, SESSIONS)["value"] == 5
    price = fact_of(shown, PRICE)
    assert (price["question"], price["value"]) == ("Hvad koster operationen i alt?", cost("20000.00"))
    assert DynamoClaims().find(claim_id).question.treatment.sessions is None
