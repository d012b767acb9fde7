from __future__ import annotations

import json
from typing import Any

import pytest
from botocore.exceptions import ClientError
from functions.decisions.resume_workflow import handler as function

from helsebro.errors import NotFound
from tests.builders.decisions import approval, claim_in_review, decide, insured_anna, task_of

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


def resume(task_id: str, machines: StepFunctions, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(vars(function.workflows), "client", machines)
    function.handler({"type": "task.decided", "data": {"taskId": task_id, "decision": "approve"}}, None)


def test_the_workflow_goes_on_with_the_decision_and_its_grant(
    task_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    decide(task_id)
    machines = StepFunctions()
    resume(task_id, machines, monkeypatch)
    grant = approval()["grant"]
    assert machines.sent == [("token-1", {"decision": "approve", "taskId": task_id, "grant": grant})]


@pytest.mark.parametrize("decision", ["deny", "clarify"])
def test_a_decision_without_a_grant_goes_on_without_one(
    task_id: str, decision: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    decide(task_id, {"decision": decision, "reason": "Fordi"})
    machines = StepFunctions()
    resume(task_id, machines, monkeypatch)
    assert machines.sent == [("token-1", {"decision": decision, "taskId": task_id, "grant": None})]


@pytest.mark.parametrize("code", ["TaskTimedOut", "TaskDoesNotExist", "InvalidToken"])
def test_an_event_that_comes_late_or_twice_does_no_harm(
    task_id: str, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    decide(task_id)
    machines = StepFunctions(code)
    for _ in range(3):
        resume(task_id, machines, monkeypatch)
    assert len(machines.sent) == 1


def test_a_fault_that_may_pass_is_raised_so_that_the_event_comes_again(
    task_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    decide(task_id)
    machines = StepFunctions("ThrottlingException")
    resume(task_id, machines, monkeypatch)
    with pytest.raises(ClientError):
        resume(task_id, machines, monkeypatch)


def test_an_unknown_task_is_an_error(task_id: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert task_id
    with pytest.raises(NotFound):
        resume("tsk_ar2he6lhaaaaaaaaaaaaaaaaaaaaaaaaaa", StepFunctions(), monkeypatch)
