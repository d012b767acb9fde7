from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from botocore.exceptions import ClientError
from functions.decisions.resume_workflow.handler import handler, resumption

from helsebro.errors import Unavailable
from helsebro.ids import TaskId
from helsebro_aws.decisions.resumption import WorkflowResumption
from helsebro_aws.decisions.staff_question import StaffQuestion
from helsebro_aws.tasks.dynamo_tasks import DynamoTasks
from helsebro_aws.tasks.reviews import REVIEWS
from helsebro_aws.tasks.workflow import WaitingWorkflows
from tests.builders.decisions import approval, asked, claim_in_review, decide, insured_anna, task_of
from tests.builders.events.bus import BusDouble
from tests.builders.events.messages import comes_again, event_of

pytestmark = pytest.mark.usefixtures("aws")


class StepFunctions:
    """Takes each token once; every other call is answered with an error of Step Functions."""

    def __init__(self, code: str = "TaskTimedOut", *, waits: bool = True) -> None:
        self.code, self.waits, self.sent = code, waits, list[tuple[str, Any]]()

    def send_task_success(self, *, taskToken: str, output: str) -> None:  # noqa: N803 - boto3's own name
        if not self.waits or any(token == taskToken for token, _ in self.sent):
            raise ClientError({"Error": {"Code": self.code, "Message": ""}}, "SendTaskSuccess")
        self.sent.append((taskToken, json.loads(output)))


@pytest.fixture
def task_id(aws: dict[str, Any]) -> TaskId:
    assert aws
    insured_anna()
    return task_of(claim_in_review(), "token-1")


def workflows(machines: StepFunctions, bus: BusDouble | None = None) -> WaitingWorkflows:
    """Returns the workflows behind these doubles."""
    made = WaitingWorkflows()
    vars(made).update(client=machines, bus=bus or BusDouble())
    return made


def resume(task_id: TaskId, machines: StepFunctions, bus: BusDouble | None = None) -> str:
    """Returns what was done with the decision of a task."""
    return WorkflowResumption(workflows=workflows(machines, bus)).run(task_id)


def test_the_workflow_goes_on_with_the_decision_and_its_grant(task_id: TaskId) -> None:
    decide(task_id)
    machines = StepFunctions()
    assert resume(task_id, machines) == "workflow.resumed"
    grant = approval()["grant"]
    assert machines.sent == [("token-1", {"decision": "approve", "taskId": task_id, "grant": grant})]


@pytest.mark.parametrize("decision", ["deny", "clarify"])
def test_a_decision_without_a_grant_goes_on_without_one(task_id: TaskId, decision: str) -> None:
    decide(task_id, {"decision": decision, "reason": "Fordi"})
    machines = StepFunctions()
    assert resume(task_id, machines) == "workflow.resumed"
    assert machines.sent == [("token-1", {"decision": decision, "taskId": task_id, "grant": None})]


def test_an_event_that_comes_twice_resumes_the_workflow_once(task_id: TaskId) -> None:
    decide(task_id)
    machines, bus = StepFunctions(), BusDouble()
    outcomes = [resume(task_id, machines, bus) for _ in range(3)]
    assert outcomes == ["workflow.resumed", *["workflow.resumed-before"] * 2]
    assert (len(machines.sent), bus.events) == (1, [])


@pytest.mark.parametrize("code", ["TaskTimedOut", "TaskDoesNotExist", "InvalidToken"])
def test_a_workflow_that_no_longer_waits_starts_again_once(task_id: TaskId, code: str) -> None:
    decide(task_id)
    machines, bus = StepFunctions(code, waits=False), BusDouble()
    outcomes = [resume(task_id, machines, bus) for _ in range(2)]
    assert outcomes == ["workflow.started-again", "workflow.resumed-before"]
    [event] = bus.events
    assert (event["type"], event["eventId"], event["data"]["round"]) == ("claim.completed", "evt_1", 1)
    assert event["taskId"] == event["retriedBy"] == task_id


def test_a_workflow_that_starts_again_goes_on_with_the_decided_task(task_id: TaskId) -> None:
    decide(task_id)
    bus, machines = BusDouble(), StepFunctions()
    resume(task_id, StepFunctions(waits=False), bus)
    question = StaffQuestion(workflows=workflows(machines))
    assert asked(question, REVIEWS["claims"], bus.events[0], "token-2").task_id == task_id
    assert [(token, sent["decision"]) for token, sent in machines.sent] == [("token-2", "approve")]


@pytest.mark.parametrize(
    "machines, bus, fault",
    [
        (StepFunctions("ThrottlingException", waits=False), BusDouble(), ClientError),
        (StepFunctions(waits=False), BusDouble(down=True), Unavailable),
    ],
)
def test_a_fault_that_may_pass_is_raised_and_the_decision_still_waits(
    task_id: TaskId, machines: StepFunctions, bus: BusDouble, fault: type[Exception]
) -> None:
    decide(task_id)
    with pytest.raises(fault):
        resume(task_id, machines, bus)
    recovered = StepFunctions()
    assert resume(task_id, recovered) == "workflow.resumed"
    assert len(recovered.sent) == 1


def test_of_a_batch_only_the_message_of_an_unknown_task_comes_again(task_id: TaskId) -> None:
    decide(task_id)
    assert resume(task_id, StepFunctions()) == "workflow.resumed"
    named = ("tsk_ar2he6lhaaaaaaaaaaaaaaaaaaaaaaaaaa", task_id)
    decided = [event_of("task.decided", taskId=each, decision="approve") for each in named]
    assert comes_again(handler, *decided) == ["0"]


@pytest.mark.parametrize("waits", [True, False])
def test_the_handler_resumes_a_workflow_or_starts_it_again(
    task_id: TaskId, waits: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not waits:
        monkeypatch.setitem(vars(resumption.workflows), "client", StepFunctions(waits=False))
    decide(task_id)
    assert comes_again(handler, event_of("task.decided", taskId=task_id, decision="approve")) == []
    assert DynamoTasks().stored(task_id).is_resumed


def test_a_crash_before_the_mark_starts_the_workflow_at_most_once_more(task_id: TaskId) -> None:
    class Forgetful(DynamoTasks):
        """Does not store that the workflow has taken the decision."""

        def resume(self, task_id: TaskId) -> None:
            assert task_id

    decide(task_id)
    machines, bus = StepFunctions(), BusDouble()
    crashed = WorkflowResumption(tasks=Forgetful(), workflows=workflows(machines, bus))
    whole = replace(crashed, tasks=DynamoTasks())
    outcomes = [step.run(task_id) for step in (crashed, whole, whole)]
    assert outcomes == ["workflow.resumed", "workflow.started-again", "workflow.resumed-before"]
    assert (len(machines.sent), len(bus.events)) == (1, 1)
