from __future__ import annotations

import json
from typing import Any

import pytest
from botocore.exceptions import ClientError
from functions.decisions.resume_workflow import handler as function

from tests.builders.decisions import approval, claim_in_review, decide, insured_anna, task_of
from tests.builders.messages import comes_again, event_of

pytestmark = pytest.mark.usefixtures("aws")


class StepFunctions:
    """Takes each token once; every later call is answered as Step Functions answers it."""

    def __init__(self, code: str = "TaskTimedOut") -> None:
        self.code, self.sent = code, list[tuple[str, Any]]()

    def send_task_success(self, *, taskToken: str, output: str) -> None:  # noqa: N803 - boto3's own name
        if any(token == taskToken for token, _ in self.sent):
            raise ClientError({"Error": {"Code": self.code, "Message": ""}}, "SendTaskSuccess")
        self.sent.append((taskToken, json.loads(output)))


@pytest.fixture
def task_id(aws: dict[str, Any]) -> str:
    assert aws
    insured_anna()
    return task_of(claim_in_review(), "token-1")


def resume(*task_ids: str, machines: StepFunctions, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Returns the ids of the messages that come again, after a batch with a decision of each task."""
    monkeypatch.setitem(vars(function.workflows), "client", machines)
    decided = [event_of("task.decided", taskId=task_id, decision="approve") for task_id in task_ids]
    return comes_again(function.handler, *decided)


def test_the_workflow_goes_on_with_the_decision_and_its_grant(
    task_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    decide(task_id)
    machines = StepFunctions()
    assert resume(task_id, machines=machines, monkeypatch=monkeypatch) == []
    grant = approval()["grant"]
    assert machines.sent == [("token-1", {"decision": "approve", "taskId": task_id, "grant": grant})]


@pytest.mark.parametrize("decision", ["deny", "clarify"])
def test_a_decision_without_a_grant_goes_on_without_one(
    task_id: str, decision: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    decide(task_id, {"decision": decision, "reason": "Fordi"})
    machines = StepFunctions()
    assert resume(task_id, machines=machines, monkeypatch=monkeypatch) == []
    assert machines.sent == [("token-1", {"decision": decision, "taskId": task_id, "grant": None})]


@pytest.mark.parametrize("code", ["TaskTimedOut", "TaskDoesNotExist", "InvalidToken"])
def test_an_event_that_comes_late_or_twice_does_no_harm(
    task_id: str, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    decide(task_id)
    machines = StepFunctions(code)
    for _ in range(3):
        assert resume(task_id, machines=machines, monkeypatch=monkeypatch) == []
    assert len(machines.sent) == 1


def test_a_fault_that_may_pass_lets_the_message_come_again(
    task_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    decide(task_id)
    machines = StepFunctions("ThrottlingException")
    assert resume(task_id, machines=machines, monkeypatch=monkeypatch) == []
    assert resume(task_id, machines=machines, monkeypatch=monkeypatch) == ["0"]


def test_of_a_batch_only_the_message_of_an_unknown_task_comes_again(
    task_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    decide(task_id)
    machines = StepFunctions()
    unknown = "tsk_ar2he6lhaaaaaaaaaaaaaaaaaaaaaaaaaa"
    assert resume(unknown, task_id, machines=machines, monkeypatch=monkeypatch) == ["0"]
    assert [token for token, _ in machines.sent] == ["token-1"]
