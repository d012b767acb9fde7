"""The main journey, from a payer to a paid invoice and a refund, with IAM enforced and over HTTP only."""

from __future__ import annotations

import pytest

from local.journey.steps import Journey
from local.stack.stack import Stack
from tests.journeys.access import client

STEPS = 90


def test_every_step_of_the_journey_is_as_the_contract_says(journey: Journey) -> None:
    assert len(journey.steps) >= STEPS


@pytest.mark.usefixtures("journey")
def test_after_the_journey_no_dead_letter_is_left_and_no_workflow_has_failed(running_stack: Stack) -> None:
    assert dead_letters(running_stack) == {}
    assert failed_workflows(running_stack) == []


def dead_letters(up: Stack) -> dict[str, int]:
    """Returns queue → number of messages for every dead-letter queue that is not empty."""
    sqs = client(up, "sqs")
    found = {}
    for url in sqs.list_queues()["QueueUrls"]:
        attributes = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["ApproximateNumberOfMessages"])
        count = int(attributes["Attributes"]["ApproximateNumberOfMessages"])
        if "dead" in url and count:
            found[url.rpartition("/")[2]] = count
    return found


def failed_workflows(up: Stack) -> list[str]:
    """Returns the executions that neither succeeded nor are running."""
    states = client(up, "stepfunctions")
    return [
        execution["executionArn"]
        for machine in states.list_state_machines()["stateMachines"]
        for execution in states.list_executions(stateMachineArn=machine["stateMachineArn"])["executions"]
        if execution["status"] not in ("SUCCEEDED", "RUNNING")
    ]
