"""Which facts a review waits for, and which papers prove them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from helsebro.ids import ClaimId
from helsebro.money import Money
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from tests.builders.claims import (
    STAY,
    asked_in,
    claim_of,
    consent,
    document_of,
    explained,
    fact_of,
    outbox_rows,
    read,
    rehabilitation,
    state_facts,
)
from tests.builders.decisions import CHIROPRACTIC, claim_in_review
from tests.builders.documents.checked_papers import check

pytestmark = pytest.mark.usefixtures("aws")


NEEDED = "We need a doctor's referral to physiotherapy. Please send it to us."
NOT_ENOUGH = {
    "recommendation": f"What you sent is a doctor's recommendation. {NEEDED}",
    "own-doctor": f"What you sent is a referral from your own doctor. {NEEDED}",
}


def test_the_review_waits_for_the_paper_of_a_fact_until_it_is_accepted() -> None:
    claim_id = claim_of(treatment={"type": "rehabilitation"}, evidence={"referral": "own-doctor"})
    assert fact_of(read(claim_id).body, "evidence.referral")["required"] is True
    consent(claim_id)
    check(claim_id, document_of(claim_id, fileType="referral"))
    assert fact_of(read(claim_id).body, "evidence.referral")["required"] is False


def test_a_review_starts_when_consent_papers_and_the_members_facts_are_there(aws: Any) -> None:
    claim_id = rehabilitation()
    consent(claim_id)
    for file_type in ("referral", "specialist-order"):
        check(claim_id, document_of(claim_id, fileType=file_type))
    assert read(claim_id).body["missing"] == ["facts"]
    answer = state_facts(claim_id, {STAY: True})
    assert (answer.status, answer.body["status"], answer.body["missing"]) == (200, "in-review", [])
    assert answer.headers["etag"] == f'"{answer.body["version"]}"'
    assert len(outbox_rows(aws, "claim.completed")) == 1


def test_a_review_waits_for_no_amount_and_no_exclusion() -> None:
    claim_id = claim_in_review()
    claim = read(claim_id).body
    assert {"condition.circumstances", "evidence.subsidy"} <= asked_in(claim)
    assert claim["missing"] == []


def test_reported_evidence_is_stated_and_proved_by_its_paper() -> None:
    claim_id = claim_of(evidence={"referral": "specialist"})
    shown = fact_of(read(claim_id).body, "evidence.referral")
    assert (shown["value"], shown["state"], shown["statedBy"]) == ("specialist", "stated", "member")
    assert read(claim_id).body["missing"] == ["consent", "documents"]
    consent(claim_id)
    document_id = document_of(claim_id, referralKind="specialist")
    check(claim_id, document_id)
    claim = read(claim_id).body
    assert claim["status"] == "in-review"
    assert fact_of(claim, "evidence.referral")["documentId"] == document_id
    assert DynamoClaims().find(claim_id).question.evidence.referral == "specialist"


@pytest.mark.parametrize("weak", ["recommendation", "own-doctor"])
def test_a_claim_still_misses_its_referral_when_the_accepted_one_is_too_weak(weak: str) -> None:
    claim_id = claim_of()
    consent(claim_id)
    check(claim_id, document_of(claim_id, referralKind=weak))
    claim = read(claim_id).body
    assert (claim["status"], claim["missing"]) == ("awaiting-member", ["documents"])
    assert claim["documentsNeeded"] == ["referral"]
    assert fact_of(claim, "evidence.referral")["required"] is True
    told = explained(claim_id).body
    assert told["headline"].endswith("we need a doctor's referral to physiotherapy.")
    step = told["nextSteps"][0]
    assert (step["fileType"], step["text"]) == ("referral", NOT_ENOUGH[weak])
    shown = fact_of(claim, "evidence.referral")
    assert (shown["state"], shown["value"]) == ("asked", weak)
    check(claim_id, document_of(claim_id, referralKind="physiotherapy"))
    claim = read(claim_id).body
    assert (claim["status"], claim["missing"]) == ("in-review", [])


@pytest.mark.parametrize("withdrawn", [False, True])
def test_the_word_of_a_member_is_no_stronger_referral_than_the_accepted_one(withdrawn: bool) -> None:
    path, claim_id = "evidence.referral", claim_of()
    consent(claim_id)
    check(claim_id, document_of(claim_id, referralKind="recommendation"))
    if withdrawn:
        assert state_facts(claim_id, {path: None}).status == 200
    claim = state_facts(claim_id, {path: "specialist"}).body
    assert (claim["status"], claim["missing"]) == ("awaiting-member", ["documents"])
    assert claim["documentsNeeded"] == ["referral"]
    assert "paper" in {step["kind"] for step in steps_of(claim_id)}
    assert DynamoClaims().find(claim_id).question.evidence.referral in ("recommendation", None)
    document_id = document_of(claim_id, referralKind="specialist")
    check(claim_id, document_id)
    claim = read(claim_id).body
    assert (claim["status"], claim["missing"]) == ("in-review", [])
    assert fact_of(claim, path)["documentId"] == document_id


def test_another_word_about_a_proved_subsidy_waits_for_its_paper_and_is_not_confirmed() -> None:
    kroner, path = {"amount": "150.00", "currency": "DKK"}, "evidence.subsidy"
    price = {"amount": "500.00", "currency": "DKK"}
    treatment = {**CHIROPRACTIC, "inNetwork": False, "cost": price}
    claim_id = claim_of(treatment=treatment, evidence={"subsidy": kroner})
    consent(claim_id)
    check(claim_id, document_of(claim_id, fileType="subsidy-statement"))
    claim = state_facts(claim_id, {path: {"amount": "0.00", "currency": "DKK"}}).body
    assert fact_of(claim, path)["confirmedValue"] == kroner
    assert str(DynamoClaims().find(claim_id).question.evidence.subsidy) == str(Money.of("150.00"))
    assert [step["fileType"] for step in steps_of(claim_id) if step["kind"] == "paper"] == [
        "subsidy-statement"
    ]
    claim = state_facts(claim_id, {path: kroner}).body
    assert "paper" not in {step["kind"] for step in steps_of(claim_id)}


def test_that_there_is_no_paper_counts_at_once() -> None:
    claim_id = claim_of(evidence={"referral": "none"})
    assert read(claim_id).body["missing"] == ["consent"]
    assert DynamoClaims().find(claim_id).question.evidence.referral == "none"


def steps_of(claim_id: ClaimId) -> list[dict[str, Any]]:
    return list(explained(claim_id).body["nextSteps"])


def test_a_referral_that_the_review_did_not_wait_for_begins_a_new_round(aws: dict[str, Any]) -> None:
    insurer = {"otherInsurer": {"name": "Topdanmark", "decision": "paid-in-full"}}
    claim_id = claim_of(treatment={"type": "physiotherapy"}, evidence=insurer)
    claims, claim = DynamoClaims(), DynamoClaims().find(ClaimId(claim_id))
    reviewed = replace(claim, status="in-review", consent="given", facts=(), needed_facts=())
    claims.change(claim, replace(reviewed, version=claim.version + 1))
    check(claim_id, document_of(claim_id, fileType="referral"))
    assert DynamoClaims().find(ClaimId(claim_id)).round == 2
    assert len(outbox_rows(aws, "claim.facts-changed")) == 1


def test_a_stated_subsidy_counts_at_once_and_its_statement_is_asked_for_in_review() -> None:
    cost = {"amount": "500.00", "currency": "DKK"}
    claim_id = claim_of(treatment={**CHIROPRACTIC, "inNetwork": False, "cost": cost})
    answer = state_facts(claim_id, {"evidence.subsidy": {"amount": "100.00", "currency": "DKK"}})
    assert answer.body["documentsNeeded"] == ["subsidy-statement"]
    subsidy = DynamoClaims().find(claim_id).question.evidence.subsidy
    assert subsidy
    assert str(subsidy.amount) == "100.00"
    consent(claim_id)
    claim = read(claim_id).body
    assert (claim["status"], claim["missing"]) == ("in-review", [])
    papers = [step["fileType"] for step in steps_of(claim_id) if step["kind"] == "paper"]
    assert papers == ["subsidy-statement"]
    check(claim_id, document_of(claim_id, fileType="subsidy-statement"))
    assert steps_of(claim_id)[0]["kind"] == "review"
