"""The main journey, from a payer to a paid invoice and a refund, with IAM enforced and over HTTP only."""

from __future__ import annotations

from local.journey.steps import Journey
from local.stack.stack import Stack
from tests.journeys.access import client
from tests.journeys.executions import failed_workflows

STEPS = 90


def test_every_step_of_the_journey_is_as_the_contract_says(journey: Journey) -> None:
    assert len(journey.steps) >= STEPS


def test_after_the_journey_no_dead_letter_is_left_and_no_workflow_has_failed(
    running_stack: Stack, failed_before: set[str], journey: Journey
) -> None:
    assert journey.steps
    assert dead_letters(running_stack) == {}
    assert failed_workflows(running_stack) - failed_before == set()


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
