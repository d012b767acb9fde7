"""What can be stated of a claim: values, versions, and every fault at once."""

from __future__ import annotations

from typing import Any

import pytest

from helsebro_aws.claims.dynamo_claims import DynamoClaims
from tests.builders.calls import staff
from tests.builders.claims import (
    STAY,
    claim_of,
    consent,
    document_of,
    fact_of,
    pointers,
    read,
    rehabilitation,
    state_facts,
)
from tests.builders.decisions import CHIROPRACTIC
from tests.builders.documents.checked_papers import check
from tests.builders.policies import insured_of, payer_of, policy_of

pytestmark = pytest.mark.usefixtures("aws")
CASEWORKER = staff("caseworker", payer="tryg")


@pytest.fixture(autouse=True)
def anna(aws: dict[str, Any]) -> str:
    assert aws
    payer_of("tryg")
    return insured_of(policy_of("tryg"))


def test_a_member_states_no_value_that_only_staff_can_know() -> None:
    claim_id, told = rehabilitation(), {"condition.circumstances": ["method-not-approved", "intent"]}
    assert pointers(state_facts(claim_id, told)) == {("/facts/0/value", "fact-of-staff")}
    assert state_facts(claim_id, told, CASEWORKER).status == 200


def test_a_value_that_is_not_offered_is_accepted() -> None:
    told = {"condition.circumstances": ["evening-supplement", "breast-reconstruction"]}
    assert state_facts(rehabilitation(), told).status == 200


def test_what_a_member_does_not_know_is_left_to_the_staff() -> None:
    claim_id = rehabilitation()
    consent(claim_id)
    for file_type in ("referral", "specialist-order"):
        check(claim_id, document_of(claim_id, fileType=file_type))
    claim = state_facts(claim_id, {STAY: "unknown"}).body
    assert (claim["status"], claim["missing"]) == ("in-review", [])
    shown = fact_of(claim, STAY)
    assert (shown["value"], shown["state"], shown["askedOf"]) == ("unknown", "stated", "staff")
    stored = DynamoClaims().find(claim_id)
    assert stored.question.evidence.directly_after_covered_stay is None
    assert STAY in {fact.path for fact in stored.needed_facts}
    staff_know = state_facts(claim_id, {STAY: True}, CASEWORKER, confirmed=True).body
    assert (fact_of(staff_know, STAY)["value"], fact_of(staff_know, STAY)["state"]) == (True, "confirmed")


def test_a_day_that_was_reported_can_become_unknown() -> None:
    claim_id = rehabilitation()
    assert state_facts(claim_id, {"condition.arisenOn": "unknown"}).status == 200
    assert DynamoClaims().find(claim_id).question.condition.arisen_on is None


def test_a_choice_has_no_unknown_but_its_own() -> None:
    told = {"event.kind": "unknown", "evidence.policeReport": "unknown"}
    answer = state_facts(claim_of(treatment={"type": "crisis-help"}), told)
    assert {pointer for pointer, _ in pointers(answer)} == {"/facts/0/value", "/facts/1/value"}


def test_every_fault_is_returned_at_once_and_nothing_is_stored() -> None:
    claim_id = rehabilitation()
    answer = state_facts(
        claim_id,
        {
            "evidence.horoscope": True,
            STAY: "yes",
            "condition.symptomsFrom": "2020-01-01",
            "event.kind": "rain",
            "evidence.approvedBeforehand": True,
            "treatment.recommendedKm": 10,
        },
        confirmed=True,
    )
    assert answer.status == 422
    assert pointers(answer) == {
        ("/confirmed", "only-staff-confirm"),
        ("/facts/0/path", "unknown-fact"),
        ("/facts/1/value", "not-a-boolean"),
        ("/facts/2/value", "dates-out-of-order"),
        ("/facts/3/value", "unknown-value"),
        ("/facts/4/path", "fact-of-staff"),
        ("/facts/5/path", "fact-of-staff"),
        ("/facts/5/value", "distance-missing"),
    }
    assert read(claim_id).body["version"] == 1


@pytest.mark.parametrize(
    "body, fault",
    [
        ({"facts": []}, ("/facts", "missing")),
        ({"facts": [{"path": STAY, "value": True}] * 2}, ("/facts/1/path", "fact-twice")),
        ({"facts": [], "answer": {"text": "Left"}}, ("/answer", "no-question-open")),
        ({"facts": [{"path": "cause", "value": None}]}, ("/facts/0/value", "missing")),
        ({"facts": [{"path": "treatment.type", "value": "surgery"}]}, ("/facts/0/path", "unknown-fact")),
    ],
)
def test_a_body_that_says_nothing_is_refused(body: dict[str, Any], fault: tuple[str, str]) -> None:
    answer = state_facts(rehabilitation(), **body)
    assert (answer.status, pointers(answer)) == (422, {fault})


def test_a_contradiction_with_what_was_reported_is_refused() -> None:
    claim_id = claim_of(treatment={**CHIROPRACTIC, "startsOn": "2026-12-01"})
    answer = state_facts(claim_id, {"condition.arisenOn": "2026-12-02"})
    assert pointers(answer) == {("/facts/0/value", "dates-out-of-order"), ("/facts/0/value", "in-the-future")}


def test_an_amount_of_a_claim_is_in_the_currency_of_its_policy() -> None:
    answer = state_facts(rehabilitation(), {"evidence.subsidy": {"amount": "100.00", "currency": "NOK"}})
    assert pointers(answer) == {("/facts/0/value/currency", "another-currency")}


def test_facts_are_stated_of_the_version_that_was_read() -> None:
    claim_id = rehabilitation()
    assert state_facts(claim_id, {STAY: True}, version=0).status == 428
    assert state_facts(claim_id, {STAY: True}, version=7).status == 412
    assert state_facts(claim_id, {STAY: True}, version=1).status == 200
    assert state_facts(claim_id, {STAY: True}, version=1).status == 412


def test_the_same_facts_again_change_nothing() -> None:
    claim_id = rehabilitation()
    first = state_facts(claim_id, {STAY: True}).body["version"]
    assert state_facts(claim_id, {STAY: True}).body["version"] == first


def test_a_withdrawn_fact_is_asked_again() -> None:
    claim_id = rehabilitation()
    state_facts(claim_id, {STAY: True})
    claim = state_facts(claim_id, {STAY: None}).body
    assert fact_of(claim, STAY)["state"] == "asked"
    assert "facts" in claim["missing"]


def test_a_caseworker_confirms_a_fact_by_an_accepted_document() -> None:
    claim_id = rehabilitation()
    consent(claim_id)
    document_id = document_of(claim_id, fileType="journal")
    body: dict[str, Any] = {"confirmed": True, "documentId": document_id}
    unchecked = state_facts(claim_id, {STAY: True}, CASEWORKER, **body)
    assert pointers(unchecked) == {("/documentId", "no-accepted-paper")}
    check(claim_id, document_id)
    shown = fact_of(state_facts(claim_id, {STAY: True}, CASEWORKER, **body).body, STAY)
    assert (shown["state"], shown["confirmedBy"], shown["documentId"]) == (
        "confirmed",
        "caseworker",
        document_id,
    )
    assert pointers(state_facts(claim_id, {STAY: False})) == {("/facts/0/path", "fact-confirmed")}
    assert pointers(state_facts(claim_id, {STAY: None})) == {("/facts/0/path", "fact-confirmed")}


def test_a_document_without_confirmation_confirms_nothing() -> None:
    answer = state_facts(
        rehabilitation(), {STAY: True}, CASEWORKER, documentId="doc_aaaaaaaaaaaaaaaaaaaaaaaa"
    )
    assert pointers(answer) == {("/documentId", "document-confirms")}
