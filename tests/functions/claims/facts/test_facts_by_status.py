"""What a new fact does to a claim in review, decided or closed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from helsebro_aws.claims.dynamo_claims import DynamoClaims
from tests.builders.claims import STAY, document_of, fact_of, outbox_rows, read, rehabilitation, state_facts
from tests.builders.decisions import approval, claim_in_review, decide, task_of, tasks_in
from tests.builders.documents.checked_papers import check

pytestmark = pytest.mark.usefixtures("aws")
NOTHING_SPECIAL = {"condition.circumstances": [], "treatment.practitioner.relation": "none"}


def test_a_changed_fact_in_review_begins_a_new_round(aws: Any) -> None:
    claim_id = claim_in_review()
    before = read(claim_id).body
    claim = state_facts(claim_id, NOTHING_SPECIAL).body
    assert claim["status"] == "in-review"
    [row] = outbox_rows(aws, "claim.facts-changed")
    assert set(row["data"]["M"]) == {"claimId", "personId", "round"}
    assert row["data"]["M"]["round"]["N"] == "2"
    assert len(outbox_rows(aws, "claim.completed")) == 1
    assert claim["deadlines"] == before["deadlines"]


def test_a_new_fact_turns_a_denial_into_another_review(aws: Any) -> None:
    claim_id = claim_in_review()
    task_id = task_of(claim_id)
    assert decide(task_id, {"decision": "deny", "reason": "Clause 6.3"}).status == 200
    claim = state_facts(claim_id, NOTHING_SPECIAL).body
    assert (claim["status"], claim["decision"]) == ("in-review", None)
    assert {row["data"]["M"]["round"]["N"] for row in outbox_rows(aws, "claim.completed")} == {"1", "2"}
    assert outbox_rows(aws, "claim.facts-changed") == []
    [denial] = DynamoClaims().find(claim_id).earlier_decisions
    assert (denial.outcome, denial.reason) == ("denied", "Clause 6.3")
    assert [deadline["state"] for deadline in claim["deadlines"] if deadline["kind"] == "first-answer"] == [
        "met"
    ]


def test_a_new_paper_reopens_a_denial_and_a_bill_does_not() -> None:
    claim_id = claim_in_review()
    assert decide(task_of(claim_id), {"decision": "deny", "reason": "Clause 6.3"}).status == 200
    check(claim_id, document_of(claim_id, fileType="invoice"))
    assert read(claim_id).body["status"] == "denied"
    check(claim_id, document_of(claim_id, fileType="journal"))
    assert read(claim_id).body["status"] == "in-review"


def test_an_approval_confirms_what_was_stated() -> None:
    claim_id = claim_in_review(evidence={"disabledForTransport": True})
    assert decide(task_of(claim_id), approval()).status == 200
    claim = read(claim_id).body
    assert {row["state"] for row in claim["facts"] if row["state"] != "asked"} == {"confirmed"}
    stated = fact_of(claim, "evidence.disabledForTransport")
    assert stated["confirmedBy"] == fact_of(claim, "condition.arisenOn")["confirmedBy"] == "caseworker"


def test_a_fact_of_an_approved_claim_is_stored_for_its_bills(aws: Any) -> None:
    claim_id = claim_in_review()
    assert decide(task_of(claim_id), approval()).status == 200
    none = {"amount": "0.00", "currency": "DKK"}
    assert state_facts(claim_id, {"evidence.subsidy": none}).body["status"] == "approved"
    assert len(outbox_rows(aws, "claim.facts-changed")) == 1


def test_a_closed_claim_takes_no_facts() -> None:
    claim_id = rehabilitation()
    claims = DynamoClaims()
    before = claims.find(claim_id)
    claims.change(before, replace(before, status="closed", version=2))
    answer = state_facts(claim_id, {STAY: True})
    assert (answer.status, answer.body["code"]) == (409, "claim-closed")


def test_a_claim_stored_before_there_were_facts_is_read() -> None:
    claim_id = claim_in_review()
    claims = DynamoClaims()
    old = claims.find(claim_id)
    claims.change(old, replace(old, needed_facts=(), facts=(), version=old.version + 1))
    shown = fact_of(read(claim_id).body, "condition.arisenOn")
    assert (shown["state"], shown["statedBy"]) == ("stated", "member")


@pytest.mark.parametrize(
    "file_type, facts",
    [
        ("subsidy-statement", [["evidence.subsidy"]]),
        ("other-insurance", [["evidence.otherInsurer"]]),
        ("journal", []),
        ("police-report", []),
    ],
)
def test_a_paper_of_a_fact_that_an_approved_claim_asks_for_is_looked_at(
    file_type: str, facts: list[list[str]]
) -> None:
    claim_id = claim_in_review()
    assert decide(task_of(claim_id), approval()).status == 200
    assert check(claim_id, document_of(claim_id, fileType=file_type)) == "accepted"
    found = [task for task in tasks_in().body["items"] if task.get("reason") == "facts-changed"]
    assert [task["facts"] for task in found] == facts
