"""The main journey, from a payer to a paid invoice and a refund, with IAM enforced and over HTTP only."""

from __future__ import annotations

from local.journey.__main__ import play
from local.journey.people import Stack as Addresses
from local.journey.steps import Story
from local.stack.stack import Stack
from tests.journeys.access import client

STEPS = 50


def test_every_step_of_the_journey_is_as_the_contract_says(running_stack: Stack) -> None:
    story = play(Addresses.of(running_stack.addresses), Story())
    assert len(story.told) >= STEPS


def test_after_the_journey_no_dead_letter_is_left_and_no_workflow_has_failed(running_stack: Stack) -> None:
    play(Addresses.of(running_stack.addresses), Story())
    assert dead_letters(running_stack) == {}
    assert failed_workflows(running_stack) == []


def dead_letters(up: Stack) -> dict[str, int]:
    """How many messages lie in each queue for dead letters that is not empty."""
    sqs = client(up, "sqs")
    found = {}
    for url in sqs.list_queues()["QueueUrls"]:
        attributes = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["ApproximateNumberOfMessages"])
        count = int(attributes["Attributes"]["ApproximateNumberOfMessages"])
        if "dead" in url and count:
            found[url.rpartition("/")[2]] = count
    return found


def failed_workflows(up: Stack) -> list[str]:
    """Executions that ended otherwise than they should."""
    states = client(up, "stepfunctions")
    return [
        execution["executionArn"]
        for machine in states.list_state_machines()["stateMachines"]
        for execution in states.list_executions(stateMachineArn=machine["stateMachineArn"])["executions"]
        if execution["status"] not in ("SUCCEEDED", "RUNNING")
    ]
