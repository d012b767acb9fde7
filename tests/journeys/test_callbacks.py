"""Promise 7: the word of a person that comes never, too late, twice or too early, in every workflow.

30 days cannot be waited for, so where nobody decides, a double of the deployed workflow waits two seconds
(``executions.py``): the same definition but for that number, the same role, the same functions.

Two things are not seen on the emulator. No execution is counted and no alarm rings (local/README.md, "nothing
rings"): held here is that the deployed workflow has an alarm with an action for either bad ending, and in
``tests/promises/test_workflows.py`` that the template has. And the dead-letter queue of a rule's target stays
empty whatever fails: held here is that ``resume_workflow`` ends well, however often it is called.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from local.journey.steps import until
from local.stack.stack import Stack
from tests.journeys.access import client
from tests.journeys.executions import Execution
from tests.journeys.reviews import CLAIM, EXTENSION, PATIENCE, REFUND, RESUMES, Office, Review
from tests.journeys.test_rights_are_enforced import without

WORKFLOWS = (CLAIM, REFUND, EXTENSION)
SECONDS = 2
DEADLINE = SECONDS + 2
"""How long the control waits: past the end that its timeout would have made."""
WENT_ON, NOBODY_WAITED = ["workflow.resumed"], ["workflow.not-waiting", "workflow.resumed"]
ENDED_BADLY = {"FAILED": "ExecutionsFailed", "TIMED_OUT": "ExecutionsTimedOut"}
"""The ways in which an execution can end without its word, and the metric that each counts in."""


@pytest.fixture(scope="module")
def office(running_stack: Stack) -> Office:
    return Office(running_stack)


@pytest.fixture(scope="module", params=WORKFLOWS)
def lost(office: Office, request: pytest.FixtureRequest) -> Iterator[tuple[Review, Execution, list[str]]]:
    """A review that nobody decided in time, its execution when it ended, and those that still run then."""
    review = office.review(request.param)
    with office.executions.double(review.workflow, SECONDS) as machine:
        execution = office.taken_over(review, machine)
        seen = office.executions.at_the_latest(execution, PATIENCE)
        yield review, seen, [*office.executions.running(machine), *office.still_running(review)]


def alarms_of(up: Stack, machine: str) -> set[str]:
    """The metrics of a workflow on which somebody is told."""
    alarms = client(up, "cloudwatch").describe_alarms()["MetricAlarms"]
    of_machine = {"Name": "StateMachineArn", "Value": machine}
    return {one["MetricName"] for one in alarms if of_machine in one["Dimensions"] and one["AlarmActions"]}


def test_lost_an_execution_nobody_answers_ends_in_time_and_in_a_way_that_rings(
    office: Office, lost: tuple[Review, Execution, list[str]]
) -> None:
    review, execution, running = lost
    assert (execution.status in ENDED_BADLY, execution.error) == (True, "States.Timeout")
    assert execution.steps[-1] == "AskStaff"
    assert running == []
    machine = office.executions.deployed(review.workflow)
    assert alarms_of(office.up, machine) >= set(ENDED_BADLY.values())


@pytest.mark.parametrize("workflow", WORKFLOWS)
def test_control_without_its_timeout_it_still_runs_past_the_deadline(office: Office, workflow: str) -> None:
    review = office.review(workflow)
    with office.executions.double(workflow, None) as machine:
        execution = office.taken_over(review, machine)
        assert office.executions.at_the_latest(execution, DEADLINE).status == "RUNNING"
        assert office.executions.running(machine) == [execution]


def test_late_the_decision_stands_harms_nothing_and_a_new_execution_does_what_it_says(
    office: Office, lost: tuple[Review, Execution, list[str]]
) -> None:
    review, ended, _ = lost
    failures = office.failed_resumptions()
    assert office.decide(review).status_code == 200
    until("the event of the decision", lambda: office.told_by_resume_workflow(review) == NOBODY_WAITED)
    assert office.decide(review).json()["code"] == "already-decided"
    assert office.executions.now(ended.arn) == ended
    assert (office.effects(review), office.failed_resumptions()) == ([], failures)
    again = office.executions.start(office.executions.deployed(review.workflow), review.event)
    assert office.executions.at_the_latest(again, PATIENCE).status == "SUCCEEDED"
    assert len(office.effects(review)) == 1


@pytest.mark.parametrize("workflow", WORKFLOWS)
def test_duplicate_a_decision_told_thrice_has_one_effect(office: Office, workflow: str) -> None:
    review, failures = office.review(workflow), office.failed_resumptions()
    assert office.still_running(review) == [review.execution]
    first, second = office.decide(review), office.decide(review)
    assert (first.status_code, second.status_code) == (200, 409)
    assert office.executions.at_the_latest(review.execution, PATIENCE).status == "SUCCEEDED"
    until("the event of the decision", lambda: office.told_by_resume_workflow(review) == WENT_ON)
    ended = office.executions.now(review.execution)
    for _ in range(2):
        office.resume_again(review)
    until("what was logged", lambda: office.told_by_resume_workflow(review) == WENT_ON + 2 * NOBODY_WAITED)
    assert office.executions.now(review.execution) == ended
    assert (len(office.effects(review)), office.failed_resumptions()) == (1, failures)


@pytest.mark.parametrize("workflow", WORKFLOWS)
def test_early_who_asks_what_was_decided_before_is_answered_at_once(office: Office, workflow: str) -> None:
    review = office.review(workflow)
    assert office.decide(review).status_code == 200
    first = office.executions.at_the_latest(review.execution, PATIENCE)
    with office.executions.double(workflow, PATIENCE) as machine:
        execution = office.executions.start(machine, review.event)
        seen = office.executions.at_the_latest(execution, PATIENCE)
    assert (first.status, seen.status, seen.output) == ("SUCCEEDED", "SUCCEEDED", first.output)
    assert len(office.effects(review)) == 1


def test_control_early_without_its_answer_it_would_wait_until_the_end(office: Office) -> None:
    review = office.review(REFUND)
    assert office.decide(review).status_code == 200
    assert office.executions.at_the_latest(review.execution, PATIENCE).status == "SUCCEEDED"
    no_answer = without(office.up, "ask_staff", "states:SendTaskSuccess")
    with office.executions.double(REFUND, SECONDS) as machine, no_answer:
        execution = office.executions.start(machine, review.event)
        assert office.executions.at_the_latest(execution, PATIENCE).error == "States.Timeout"


def test_control_a_resumption_that_fails_is_counted(office: Office) -> None:
    failures = office.failed_resumptions()
    payload = b'{"data": {"taskId": "of no task"}}'
    answer = client(office.up, "lambda").invoke(FunctionName=RESUMES, Payload=payload)
    assert "FunctionError" in answer
    assert office.failed_resumptions() == failures + 1
