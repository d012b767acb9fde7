"""Promise 7: a decision that comes never, too late, twice or too early, in every workflow.

A test cannot wait 30 days, so when no one decides, a double of the deployed workflow waits two seconds
(``executions.py``). It has the same definition except for that number, the same role and the same functions.

The emulator lacks two things. It counts no executions and its alarms do not notify (local/README.md), so the
tests here check that the deployed workflow has an alarm with an action for both failures, and
``tests/promises/test_workflows.py`` checks the template. And it redrives no message to a dead-letter queue in
the time of a test, so the tests here check that ``resume_workflow`` handles every message, however often it
comes.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from local.journey.steps import until
from local.stack.stack import Stack
from tests.journeys.access import client
from tests.journeys.executions import Execution
from tests.journeys.reviews import (
    CLAIM,
    COMPLAINT,
    EXTENSION,
    ONBOARDING,
    REFUND,
    RESUMED_BEFORE,
    STEP_SECONDS,
    Office,
    Review,
)
from tests.journeys.test_rights_are_enforced import without

WORKFLOWS = (CLAIM, REFUND, EXTENSION, ONBOARDING, COMPLAINT)
SAMPLE = (CLAIM, *(pytest.param(each, marks=pytest.mark.release) for each in WORKFLOWS if each != CLAIM))
"""One workflow in every run, and all of them for a release: the same double with another definition."""
SECONDS = 2
DEADLINE = SECONDS + 2
"""How long the control waits: past the end that its timeout would have made."""
RESUMED, STARTED_AGAIN = ["workflow.resumed"], ["workflow.not-waiting", "workflow.started-again"]
FAILURES = {"FAILED": "ExecutionsFailed", "TIMED_OUT": "ExecutionsTimedOut"}
"""The ways in which an execution can end without a decision, with their metrics."""


@pytest.fixture(scope="module")
def office(running_stack: Stack) -> Office:
    return Office(running_stack)


@pytest.fixture(scope="module", params=WORKFLOWS)
def undecided(
    office: Office, request: pytest.FixtureRequest
) -> Iterator[tuple[Review, Execution, list[str]]]:
    """A review without a decision, its execution at the deadline, and the executions still running."""
    review = office.review(request.param)
    with office.executions.double(review.workflow, SECONDS) as machine:
        execution = office.taken_over(review, machine)
        seen = office.executions.at_the_latest(execution, STEP_SECONDS)
        yield review, seen, [*office.executions.running(machine), *office.still_running(review)]


def alarms_of(up: Stack, machine: str) -> set[str]:
    """Returns the metrics of a workflow that have an alarm with an action."""
    pages = client(up, "cloudwatch").get_paginator("describe_alarms").paginate()
    alarms = [alarm for page in pages for alarm in page["MetricAlarms"]]
    of_machine = {"Name": "StateMachineArn", "Value": machine}
    return {
        alarm["MetricName"] for alarm in alarms if of_machine in alarm["Dimensions"] and alarm["AlarmActions"]
    }


def test_never_an_execution_without_a_decision_ends_in_time_with_an_alarm(
    office: Office, undecided: tuple[Review, Execution, list[str]]
) -> None:
    review, execution, running = undecided
    assert (execution.status in FAILURES, execution.error) == (True, "States.Timeout")
    assert execution.steps[-3:] == ("AskStaff", "ReportFailure", "Failed")
    assert running == []
    machine = office.executions.deployed(review.workflow)
    assert alarms_of(office.up, machine) >= set(FAILURES.values())
    task = office.open_task(review.workflow, review.subject_id)
    assert task
    assert (task["taskId"], task["reason"]) == (review.task["taskId"], "workflow-failed")
    assert office.is_delayed(review)


@pytest.mark.parametrize("workflow", SAMPLE)
def test_control_an_execution_without_a_timeout_still_runs_past_the_deadline(
    office: Office, workflow: str
) -> None:
    review = office.review(workflow)
    with office.executions.double(workflow, None) as machine:
        execution = office.taken_over(review, machine)
        assert office.executions.at_the_latest(execution, DEADLINE).status == "RUNNING"
        assert office.executions.running(machine) == [execution]


def test_late_a_decision_is_stored_and_a_new_execution_carries_it_out(
    office: Office, undecided: tuple[Review, Execution, list[str]]
) -> None:
    review, ended, _ = undecided
    failures = office.failed_resumptions()
    assert office.decide(review).status_code == 200
    office.await_log(review, STARTED_AGAIN)
    assert office.decide(review).json()["code"] == "already-decided"
    until("the effect", lambda: len(office.effects(review)) == 1)
    assert office.executions.now(ended.arn) == ended
    assert (office.is_delayed(review), office.failed_resumptions()) == (False, failures)


@pytest.mark.parametrize("workflow", WORKFLOWS)
def test_twice_a_decision_delivered_three_times_has_one_effect(office: Office, workflow: str) -> None:
    review, failures = office.review(workflow), office.failed_resumptions()
    assert office.still_running(review) == [review.execution]
    first, second = office.decide(review), office.decide(review)
    assert (first.status_code, second.status_code) == (200, 409)
    assert office.executions.at_the_latest(review.execution, STEP_SECONDS).status == "SUCCEEDED"
    office.await_log(review, RESUMED)
    ended = office.executions.now(review.execution)
    for _ in range(2):
        office.resume_again(review)
    office.await_log(review, [*RESUMED, RESUMED_BEFORE, RESUMED_BEFORE])
    assert office.executions.now(review.execution) == ended
    assert (len(office.effects(review)), office.failed_resumptions()) == (1, failures)


@pytest.mark.parametrize("workflow", SAMPLE)
def test_early_an_execution_of_a_decided_task_ends_at_once(office: Office, workflow: str) -> None:
    review = office.review(workflow)
    assert office.decide(review).status_code == 200
    first = office.executions.at_the_latest(review.execution, STEP_SECONDS)
    with office.executions.double(workflow, STEP_SECONDS) as machine:
        execution = office.executions.start(machine, review.event)
        seen = office.executions.at_the_latest(execution, STEP_SECONDS)
    assert (first.status, seen.status, seen.output) == ("SUCCEEDED", "SUCCEEDED", first.output)
    assert len(office.effects(review)) == 1


def test_control_without_the_right_to_answer_that_execution_times_out(office: Office) -> None:
    review = office.review(REFUND)
    assert office.decide(review).status_code == 200
    assert office.executions.at_the_latest(review.execution, STEP_SECONDS).status == "SUCCEEDED"
    no_answer = without(office.up, "ask_staff", "states:SendTaskSuccess")
    with office.executions.double(REFUND, SECONDS) as machine, no_answer:
        execution = office.executions.start(machine, review.event)
        assert office.executions.at_the_latest(execution, STEP_SECONDS).error == "States.Timeout"


def test_control_a_resumption_that_fails_is_counted(office: Office) -> None:
    failures = office.failed_resumptions()
    assert office.resume({"data": {"taskId": "of no task"}}) == ["0"]
    until("the log line", lambda: office.failed_resumptions() == failures + 1)
