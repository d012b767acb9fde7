"""What a member gives without a consent in force is stored, as documents are, and waits for the consent."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from helsebro.ids import ClaimId
from tests.builders.calls import Answered
from tests.builders.claims import (
    STAY,
    consent,
    document_of,
    explained,
    outbox_rows,
    read,
    rehabilitation,
    state_facts,
)
from tests.builders.decisions import claim_in_review, decide, task_of
from tests.builders.documents.checked_papers import check

pytestmark = pytest.mark.usefixtures("aws")
DIAGNOSED = {"condition.diagnosedOn": "2024-09-02"}
Gives = Callable[[ClaimId], object]


def words(claim_id: ClaimId) -> Answered:
    return state_facts(claim_id, answer={"text": "The left one"})


def paper(claim_id: ClaimId) -> str:
    return check(claim_id, document_of(claim_id, fileType="journal"))


def facts(claim_id: ClaimId) -> Answered:
    return state_facts(claim_id, DIAGNOSED)


def decided(**decision: Any) -> ClaimId:
    claim_id = claim_in_review()
    assert decide(task_of(claim_id), decision).status == 200
    return claim_id


def first_steps(claim_id: ClaimId) -> list[str]:
    return [step["kind"] for step in explained(claim_id).body["nextSteps"]][:1]


def rounds(aws: Any) -> list[str]:
    return sorted(row["data"]["M"]["round"]["N"] for row in outbox_rows(aws, "claim.completed"))


@pytest.mark.parametrize("given", [False, True])
def test_facts_are_stored_whatever_the_consent_is(given: bool) -> None:
    claim_id = rehabilitation()
    consent(claim_id, given)
    consent(claim_id, False)
    claim = state_facts(claim_id, {STAY: True}).body
    assert (claim["status"], claim["missing"]) == ("awaiting-member", ["consent", "documents"])


@pytest.mark.parametrize(
    "question, gives",
    [
        ({"question": "Which knee?"}, words),
        ({"question": "Which knee?"}, paper),
        ({"facts": ["condition.diagnosedOn"]}, facts),
    ],
)
def test_an_answer_without_a_consent_resumes_the_review_once_it_is_given(
    question: dict[str, Any], gives: Gives, aws: Any
) -> None:
    claim_id = decided(decision="clarify", **question)
    consent(claim_id, None)
    gives(claim_id)
    claim = read(claim_id).body
    assert (claim["status"], claim["missing"]) == ("clarifying", ["consent"])
    assert first_steps(claim_id) == ["consent"]
    assert consent(claim_id).body["claimStatus"] == "in-review"
    assert rounds(aws) == ["1", "2"]


def test_a_fact_that_is_withdrawn_again_answers_nothing_when_the_consent_is_given() -> None:
    claim_id = decided(decision="clarify", facts=["condition.diagnosedOn"])
    consent(claim_id, None)
    facts(claim_id)
    state_facts(claim_id, dict.fromkeys(DIAGNOSED))
    assert consent(claim_id).body["claimStatus"] == "clarifying"
    assert facts(claim_id).body["status"] == "in-review"


def test_an_answer_without_a_consent_answers_one_question_only() -> None:
    claim_id = decided(decision="clarify", question="Which knee?")
    consent(claim_id, None)
    words(claim_id)
    consent(claim_id)
    again = {"decision": "clarify", "question": "Are you sure?"}
    assert decide(task_of(claim_id, "token-2", 2), again).status == 200
    consent(claim_id, None)
    assert consent(claim_id).body["claimStatus"] == "clarifying"


def test_an_open_question_stays_open_when_only_the_consent_comes_back() -> None:
    claim_id = decided(decision="clarify", question="Which knee?")
    consent(claim_id, None)
    assert consent(claim_id).body["claimStatus"] == "clarifying"
    assert first_steps(claim_id) == ["answer"]


@pytest.mark.parametrize("gives", [paper, facts])
def test_new_evidence_without_a_consent_reopens_a_denial_once_it_is_given(gives: Gives, aws: Any) -> None:
    claim_id = decided(decision="deny", reason="Clause 6.3")
    consent(claim_id, None)
    gives(claim_id)
    claim = read(claim_id).body
    assert (claim["status"], claim["decision"]["outcome"]) == ("denied", "denied")
    assert [step["kind"] for step in claim["nextSteps"]][:1] == ["consent"]
    assert consent(claim_id).body["claimStatus"] == "in-review"
    assert rounds(aws) == ["1", "2"]


def test_a_denial_without_new_evidence_is_not_reopened_by_a_consent() -> None:
    claim_id = decided(decision="deny", reason="Clause 6.3")
    consent(claim_id, None)
    assert consent(claim_id).body["claimStatus"] == "denied"


def test_a_fact_in_review_without_a_consent_begins_a_new_round(aws: Any) -> None:
    """The staff would else decide by facts that no longer hold."""
    claim_id = claim_in_review()
    consent(claim_id, None)
    assert facts(claim_id).body["status"] == "in-review"
    assert [row["data"]["M"]["round"]["N"] for row in outbox_rows(aws, "claim.facts-changed")] == ["2"]
