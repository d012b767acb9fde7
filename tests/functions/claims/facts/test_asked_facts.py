"""What a claim asks for: questions, choices and whether the review waits for them."""

from __future__ import annotations

from datetime import date

import pytest
from functions.claims.claims.handler import handler

from helsebro.money import Money
from helsebro.tariffs.tariff import Rate, Tariff
from helsebro_aws.tariffs.dynamo_tariffs import DynamoTariffs
from tests.builders.calls import ask, event, member
from tests.builders.claims import (
    STAY,
    asked_in,
    claim_of,
    fact_of,
    read,
    rehabilitation,
    state_facts,
)
from tests.builders.decisions import CHIROPRACTIC
from tests.builders.policies import ANNA

pytestmark = pytest.mark.usefixtures("aws")


def test_a_claim_asks_the_member_for_the_facts_that_decide_it() -> None:
    claim = read(rehabilitation()).body
    assert claim["missing"] == ["consent", "documents", "facts"]
    assert claim["documentsNeeded"] == ["referral"]
    assert STAY in asked_in(claim)
    assert fact_of(claim, STAY) == {
        "path": STAY,
        "value": None,
        "state": "asked",
        "askedOf": "member",
        "required": True,
        "question": fact_of(claim, STAY)["question"],
        "answerKind": "yes-no",
        "unknownLabel": fact_of(claim, STAY)["unknownLabel"],
    }


def test_the_question_is_in_the_readers_language() -> None:
    claim_id = rehabilitation()
    danish = fact_of(read(claim_id).body, STAY)["question"]
    call = event("GET", f"/v1/claims/{claim_id}", by=member(ANNA), headers={"accept-language": "en"})
    assert danish != fact_of(ask(handler, call).body, STAY)["question"]


def test_a_choice_is_shown_with_its_values_and_their_words() -> None:
    claim = read(claim_of(treatment={"type": "crisis-help", "country": "DK"})).body
    choices = {choice["value"]: choice["label"] for choice in fact_of(claim, "event.kind")["choices"]}
    assert "assault" in choices
    assert choices["assault"] != "assault"


def test_a_claim_offers_only_what_changes_it_and_what_a_member_can_know() -> None:
    shown = fact_of(read(rehabilitation()).body, "condition.circumstances")
    offered = {choice["value"] for choice in shown["choices"]}
    assert "intoxication" in offered
    assert not offered & {"method-not-approved", "change-not-told", "no-show", "breast-reconstruction"}
    assert shown["noneLabel"]


def test_a_fact_says_whether_the_review_waits_for_it_and_in_what_it_is_answered() -> None:
    claim = read(claim_of(treatment={"type": "transport"})).body
    distance = fact_of(claim, "treatment.distanceKm")
    price = fact_of(read(claim_of(treatment={**CHIROPRACTIC, "inNetwork": False})).body, "treatment.cost")
    assert (distance["unit"], distance["unitLabel"], distance["required"]) == ("km", "km", True)
    assert (price["currency"], price["required"]) == ("DKK", False)
    assert fact_of(claim, "treatment.country")["otherLabel"]
    told = state_facts(claim["claimId"], {"treatment.country": "ES", "treatment.distanceKm": 120})
    assert told.status == 200
    assert fact_of(told.body, "treatment.distanceKm")["required"] is False


def paths_of(claim_id: str) -> set[str]:
    return {row["path"] for row in read(claim_id).body["facts"]}


def test_a_price_that_the_network_has_agreed_is_asked_of_no_one() -> None:
    claim_id = claim_of(treatment=CHIROPRACTIC)
    assert "treatment.cost" not in paths_of(claim_id)
    assert state_facts(claim_id, {"condition.chronic": False}).status == 200
    assert "treatment.cost" not in paths_of(claim_id)
    assert state_facts(claim_id, {"treatment.inNetwork": False}).status == 200
    assert "treatment.cost" in paths_of(claim_id)


def test_a_price_that_only_the_payers_own_tariff_has_is_not_asked_either() -> None:
    rehabilitated = {**CHIROPRACTIC, "type": "rehabilitation"}
    assert "treatment.cost" in paths_of(claim_of(treatment=rehabilitated))
    rates = (Rate(date(2020, 1, 1), Money.of(600), None),)
    DynamoTariffs().set(Tariff("tryg", "rehabilitation", "follow-up", rates, 1), "underwriter")
    assert "treatment.cost" not in paths_of(claim_of(treatment=rehabilitated))


def test_a_list_of_claims_shows_only_what_is_asked() -> None:
    rehabilitation()
    [claim] = ask(handler, event("GET", "/v1/claims", by=member(ANNA))).body["items"]
    assert {row["state"] for row in claim["facts"]} == {"asked"}
