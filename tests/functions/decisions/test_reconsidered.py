"""A denied claim with new evidence is reviewed again, and its denial stays readable."""

from __future__ import annotations

from typing import Any

import pytest
from functions.decisions.report_failure.handler import handler as report_failure

from helsebro.ids import ClaimId
from helsebro_aws.tasks.dynamo_tasks import DynamoTasks
from tests.builders.claims import explained, outbox_rows, read, state_facts
from tests.builders.decisions import (
    claim_in_review,
    completed,
    decide,
    insured_anna,
    records_of,
    task_of,
    tasks_in,
)

pytestmark = pytest.mark.usefixtures("aws")


@pytest.fixture
def reopened(aws: dict[str, Any]) -> ClaimId:
    """A claim that was denied and has a new fact."""
    assert aws
    insured_anna()
    claim_id = claim_in_review()
    denial = {"decision": "deny", "reason": "Ikke i fritiden"}
    assert decide(task_of(claim_id), denial).status == 200
    assert state_facts(claim_id, {"condition.symptomsFrom": "2024-09-01"}).body["status"] == "in-review"
    return claim_id


def test_the_review_that_new_evidence_starts_has_a_task_that_says_so(reopened: ClaimId, aws: Any) -> None:
    rounds = [row["data"]["M"]["round"]["N"] for row in outbox_rows(aws, "claim.completed")]
    assert sorted(rounds) == ["1", "2"]
    task_id = task_of(reopened, "token-2", review=2)
    [task] = tasks_in().body["items"]
    assert (task["taskId"], task["reason"], task["round"]) == (task_id, "reconsidered", 2)
    assert task["reconsidered"] is True


def test_the_denial_stays_readable_beside_the_new_decision(reopened: ClaimId) -> None:
    task_id = task_of(reopened, "token-2", review=2)
    waiting = read(reopened).body
    assert (waiting["status"], waiting["decision"], waiting["nextSteps"]) == ("in-review", None, [])
    assert decide(task_id).status == 200
    shown = read(reopened).body
    [denial] = shown["earlierDecisions"]
    assert (shown["status"], shown["decision"]["outcome"]) == ("approved", "approved")
    assert (denial["outcome"], denial["reason"]) == ("denied", "Ikke i fritiden")
    assert denial["trail"]


def test_a_member_reads_by_when_the_new_review_is_answered(reopened: ClaimId) -> None:
    [review] = [step for step in explained(reopened).body["nextSteps"] if step["kind"] == "review"]
    assert review["text"].startswith("You get our answer by ")
    assert "dueAt" in review


def test_a_question_of_the_staff_is_no_decision_in_the_new_review_either(reopened: ClaimId) -> None:
    question = {"decision": "clarify", "facts": ["condition.arisenOn"]}
    assert decide(task_of(reopened, "token-2", review=2), question).status == 200
    asking = read(reopened).body
    assert (asking["status"], asking["decision"]) == ("clarifying", None)
    assert asking["clarification"]["facts"] == ["condition.arisenOn"]
    answered = state_facts(reopened, {"condition.arisenOn": "2024-09-01"}).body
    assert (answered["status"], answered["decision"]) == ("in-review", None)


def test_the_records_of_both_rounds_are_listed(reopened: ClaimId) -> None:
    [first] = records_of(reopened)
    second = task_of(reopened, "token-2", review=2)
    assert [record.task_id for record in records_of(reopened)] == [first.task_id, second]


def test_a_reconsidered_task_whose_workflow_fails_is_marked_too(reopened: ClaimId) -> None:
    task_id = task_of(reopened, "token-2", review=2)
    failed = {**completed(reopened, 2), "taskId": task_id, "error": "States.Timeout"}
    for _ in range(2):
        report_failure(failed, None)
    [task] = tasks_in().body["items"]
    assert (task["reason"], task["reconsidered"], task["version"]) == ("workflow-failed", True, 2)
    assert read(reopened).body["delay"]


def test_a_reconsidered_claim_whose_workflow_could_not_ask_says_both(reopened: ClaimId) -> None:
    report_failure({**completed(reopened, 2), "error": "Unavailable"}, None)
    [task] = tasks_in().body["items"]
    assert (task["reason"], task["reconsidered"], task["proposal"]) == ("workflow-failed", True, None)


def test_the_retry_of_a_reconsidered_claim_says_both(reopened: ClaimId) -> None:
    task_id = task_of(reopened, "token-2", review=2)
    assert decide(task_id).status == 200
    DynamoTasks().resume(task_id)
    report_failure({**completed(reopened, 2), "taskId": task_id, "error": "Unavailable"}, None)
    [task] = tasks_in().body["items"]
    assert (task["retryOf"], task["reason"], task["reconsidered"]) == (task_id, "workflow-failed", True)


def test_an_ordinary_task_is_not_reconsidered(aws: Any) -> None:
    assert aws
    insured_anna()
    task_of(claim_in_review())
    [task] = tasks_in().body["items"]
    assert "reconsidered" not in task
