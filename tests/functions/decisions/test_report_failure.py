"""A failed workflow leaves the staff a task that leads on, and a delay that the member sees on the case."""

from __future__ import annotations

from typing import Any

import pytest
from functions.decisions.report_failure.handler import handler

from helsebro.ids import ClaimId, TaskId
from helsebro.tasks.task import Task
from helsebro_aws.decisions.resumption import WorkflowResumption
from helsebro_aws.tasks.dynamo_tasks import DynamoTasks
from tests.builders.calls import staff
from tests.builders.claims import outbox_rows, read
from tests.builders.decisions import (
    Waiting,
    approval,
    approved,
    claim_in_review,
    completed,
    cost,
    decide,
    insured_anna,
    refund_of,
    task_of,
    tasks_in,
)
from tests.builders.events.messages import event_of
from tests.builders.extensions import extension_of, extension_task_of, guaranteed, more, requested

pytestmark = pytest.mark.usefixtures("aws")
FINANCE = staff("finance")


@pytest.fixture(autouse=True)
def _anna(aws: dict[str, Any]) -> None:
    assert aws
    insured_anna()


def report(event: dict[str, Any], error: str = "States.Timeout") -> TaskId:
    """Returns the id of the task with which the staff go on."""
    answer = handler({**event, "error": error}, None)
    assert answer["error"] == error
    return TaskId(answer["taskId"])


def failed_to_issue() -> tuple[ClaimId, TaskId, TaskId]:
    """Returns an approved claim, its task, and the task of its workflow that could not issue a guarantee."""
    claim_id, task_id = approved()
    DynamoTasks().resume(task_id)
    given = {**completed(claim_id), "decision": "approve", "taskId": task_id}
    return claim_id, task_id, report(given, "Unavailable")


def delay(claim_id: str) -> dict[str, str] | None:
    """Returns the delay that the member sees."""
    shown: dict[str, str] | None = read(claim_id).body["delay"]
    return shown


def find(task_id: str) -> Task:
    return DynamoTasks().find(TaskId(task_id))


def test_a_workflow_that_could_not_ask_leaves_an_open_task_without_a_proposal(aws: Any) -> None:
    claim_id = claim_in_review()
    task_id = report(completed(claim_id), "Unavailable")
    [task] = tasks_in().body["items"]
    assert (task["taskId"], task["reason"], task["proposal"]) == (task_id, "workflow-failed", None)
    assert (len(outbox_rows(aws, "task.opened")), len(outbox_rows(aws, "workflow.failed"))) == (1, 1)


def test_a_task_that_was_not_decided_in_time_stays_and_is_marked(aws: Any) -> None:
    claim_id = claim_in_review()
    task_id = task_of(claim_id)
    assert report(completed(claim_id)) == task_id
    [task] = tasks_in().body["items"]
    assert (task["taskId"], task["reason"], task["version"]) == (task_id, "workflow-failed", 2)
    assert len(outbox_rows(aws, "workflow.failed")) == 1


def test_the_case_says_so_until_the_staff_decide() -> None:
    claim_id = claim_in_review()
    task_id = task_of(claim_id)
    assert delay(claim_id) is None
    report(completed(claim_id))
    shown = delay(claim_id)
    assert shown
    assert "sagsbehandler" in shown["text"]
    assert decide(task_id, approval(), version=2).status == 200
    assert (delay(claim_id), read(claim_id).body["status"]) == (None, "approved")


def test_a_decision_that_could_not_be_carried_out_can_be_tried_again() -> None:
    claim_id, task_id, retry_id = failed_to_issue()
    [task] = tasks_in().body["items"]
    assert (task["taskId"], task["retryOf"], task["queue"]) == (retry_id, task_id, "claims")
    assert delay(claim_id)
    assert decide(retry_id, {"decision": "approve"}).status == 200
    assert delay(claim_id) is None
    again = DynamoTasks().stored(retry_id).starts_again_on
    assert again == {**again, "type": "claim.completed", "taskId": task_id, "retriedBy": retry_id}


def test_a_second_failure_of_the_same_decision_has_a_task_of_its_own() -> None:
    _, task_id, retry_id = failed_to_issue()
    decide(retry_id, {"decision": "approve"})
    DynamoTasks().resume(retry_id)
    again = DynamoTasks().stored(retry_id).starts_again_on
    second = report({**again, "decision": "approve", "taskId": task_id}, "Unavailable")
    assert second not in (task_id, retry_id)
    assert find(second).retry_of == task_id


@pytest.mark.parametrize(
    "body",
    [{"decision": "deny", "reason": "Nej"}, {"decision": "clarify", "question": "Hvornår?"}, approval()],
)
def test_a_retry_changes_nothing_of_the_decision(body: dict[str, Any]) -> None:
    _, _, retry_id = failed_to_issue()
    answer = decide(retry_id, body)
    assert (answer.status, answer.body["errors"][0]["code"]) == (422, "only-try-again")
    assert find(retry_id).status == "open"


def test_a_decision_that_comes_with_the_timeout_starts_the_workflow_and_needs_no_task(aws: Any) -> None:
    claim_id = claim_in_review()
    task_id = task_of(claim_id)
    decide(task_id)
    assert report(completed(claim_id)) == task_id
    assert (delay(claim_id), len(outbox_rows(aws, "workflow.failed"))) == (None, 0)
    assert not DynamoTasks().stored(task_id).is_resumed


@pytest.mark.parametrize("step", ["ask", "wait", "issue"])
def test_a_failure_that_is_reported_twice_has_one_task_and_one_event(step: str, aws: Any) -> None:
    claim_id = claim_in_review()
    given = completed(claim_id)
    if step != "ask":
        given["taskId"] = task_of(claim_id)
    if step == "issue":
        decide(given["taskId"])
        DynamoTasks().resume(given["taskId"])
    assert len({report(given) for _ in range(3)}) == 1
    assert len(outbox_rows(aws, "workflow.failed")) == 1
    assert len(tasks_in().body["items"]) == 1


def test_a_refund_without_a_proposal_can_be_decided_and_its_case_goes_on() -> None:
    claim_id = claim_in_review()
    refund_id = refund_of(claim_id)
    task_id = report(event_of("refund.received", refundId=refund_id, claimId=claim_id), "Unavailable")
    assert (find(task_id).queue, delay(claim_id) is None) == ("refunds", False)
    paid = [{"index": index, "amount": cost("450.00")} for index in range(2)]
    body = {"decision": "approve", "approved": paid}
    assert decide(task_id, body, version=2, by=FINANCE).status == 200
    assert delay(claim_id) is None


def test_an_extension_that_no_one_decided_in_time_can_still_be_decided() -> None:
    guarantee = guaranteed()
    extension_id = extension_of(guarantee)
    task_id = extension_task_of(extension_id)
    assert report(requested(extension_id)) == task_id
    assert delay(guarantee.claim_id)
    assert decide(task_id, more(2), version=2).status == 200
    assert delay(guarantee.claim_id) is None


def test_a_task_opened_by_a_failure_has_no_token_and_its_decision_starts_the_workflow() -> None:
    claim_id = claim_in_review()
    task_id = report(completed(claim_id), "Unavailable")
    assert decide(task_id, version=2).status == 200
    waiting: Any = Waiting()
    assert WorkflowResumption(workflows=waiting).run(task_id) == "workflow.started-again"
    assert [event["taskId"] for event in waiting.started] == [task_id]
