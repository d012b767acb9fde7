"""From the outbox table to the bus, with moto's own stream records and EventBridge."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from functions.platform.publish_outbox.handler import failures, handler

from helsebro.events import Event
from helsebro_aws.dynamodb.tables import tables
from helsebro_aws.outbox.event_bus import EventBridge
from helsebro_aws.outbox.outbox_row import BusEvent
from helsebro_aws.outbox.outbox_stream import Refusals
from helsebro_aws.platform.settings import Settings
from tests.builders.calls import LambdaContext

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)

pytestmark = pytest.mark.usefixtures("aws")


@pytest.fixture
def heard(aws: dict[str, Any]) -> Iterator[Any]:
    """What the bus hands on, off a queue that hears everything."""
    queue = aws["sqs"].create_queue(QueueName="heard")["QueueUrl"]
    arn = aws["sqs"].get_queue_attributes(QueueUrl=queue, AttributeNames=["QueueArn"])["Attributes"][
        "QueueArn"
    ]
    aws["events"].put_rule(
        Name="all", EventBusName="helsebro", EventPattern=json.dumps({"source": ["helsebro"]})
    )
    aws["events"].put_targets(Rule="all", EventBusName="helsebro", Targets=[{"Id": "heard", "Arn": arn}])
    yield lambda: received(aws, queue)
    aws["sqs"].delete_queue(QueueUrl=queue)


@pytest.fixture
def set_aside(aws: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """The outbox's own failures queue."""
    queue = aws["sqs"].create_queue(QueueName="outbox-dead")["QueueUrl"]
    monkeypatch.setenv("HELSEBRO_OUTBOX_FAILURES_QUEUE", queue)
    yield lambda: received(aws, queue)
    aws["sqs"].delete_queue(QueueUrl=queue)


def received(aws: dict[str, Any], queue: str) -> list[Any]:
    messages = aws["sqs"].receive_message(QueueUrl=queue, MaxNumberOfMessages=10).get("Messages", [])
    return [json.loads(message["Body"]) for message in messages]


def records(aws: dict[str, Any]) -> list[dict[str, Any]]:
    """The table's rows as its stream would hand them on."""
    rows = aws["dynamodb"].scan(TableName="outbox")["Items"]
    return [
        {
            "eventName": "INSERT",
            "dynamodb": {
                "Keys": {"pk": row["pk"], "sk": row["sk"]},
                "SequenceNumber": str(place),
                "NewImage": row,
            },
        }
        for place, row in enumerate(rows)
    ]


def publish(found: list[dict[str, Any]]) -> list[str]:
    answer = handler({"Records": found}, LambdaContext())
    return [failure["itemIdentifier"] for failure in answer["batchItemFailures"]]


def test_what_a_commit_wrote_is_heard_on_the_bus(aws: dict[str, Any], heard: Any) -> None:
    told = Event("guarantee.issued", NOW, "tryg", {"claimId": "clm_a", "sessions": 3}, "cli_a")
    tables.commit([], events=[told])
    found = records(aws)
    assert publish(found) == []
    [message] = heard()
    assert (message["source"], message["detail-type"]) == ("helsebro", "guarantee.issued")
    assert message["detail"] == {
        "eventId": found[0]["dynamodb"]["Keys"]["pk"]["S"],
        "type": "guarantee.issued",
        "at": "2026-11-21T12:00:00+00:00",
        "payer": "tryg",
        "clinicId": "cli_a",
        "data": {"claimId": "clm_a", "sessions": 3},
    }


def test_a_poison_row_is_set_aside_and_its_neighbours_are_heard(
    aws: dict[str, Any], heard: Any, set_aside: Any
) -> None:
    for number in range(3):
        tables.commit([], events=[Event("booking.created", NOW, "tryg", {"bookingId": f"bkg_{number}"})])
    found = records(aws)
    del found[1]["dynamodb"]["NewImage"]["type"]
    assert publish(found) == []
    assert len(heard()) == 2
    [kept] = set_aside()
    assert kept == {
        "eventId": found[1]["dynamodb"]["Keys"]["pk"]["S"],
        "sequenceNumber": "1",
        "why": "malformed",
    }


def test_a_bus_that_does_not_answer_brings_the_whole_call_back() -> None:
    nowhere = Settings({**os.environ, "AWS_ENDPOINT_URL": "http://127.0.0.1:1"})
    bus = EventBridge(nowhere)
    refusals = bus.put([BusEvent("evt_a", "booking.created", NOW, "{}")])
    assert refusals == Refusals(for_now=frozenset({"evt_a"}))


@pytest.mark.parametrize(
    ("code", "passing"),
    [
        ("ThrottlingException", True),
        ("InternalFailure", True),
        ("InternalException", True),
        ("MalformedDetail", False),
        ("InvalidArgument", False),
        ("NotAuthorizedForDetailTypeException", False),
    ],
)
def test_an_event_the_bus_refuses_comes_again_only_when_that_is_of_use(code: str, passing: bool) -> None:
    class Client:
        def put_events(self, Entries: list[Any]) -> dict[str, Any]:  # noqa: N803 - AWS's name
            return {"Entries": [{"EventId": "1"}, {"ErrorCode": code}][: len(Entries)]}

    bus = EventBridge(Settings({"HELSEBRO_BUS": "helsebro"}))
    bus.__dict__["client"] = Client()
    refusals = bus.put([BusEvent(name, "booking.created", NOW, "{}") for name in ("evt_a", "evt_b")])
    refused = frozenset({"evt_b"})
    assert refusals == (Refusals(for_now=refused) if passing else Refusals(for_good=refused))


def test_the_failures_queue_is_this_functions_own_setting(set_aside: Any) -> None:
    failures.keep("evt_a", "7", "refused")
    assert set_aside() == [{"eventId": "evt_a", "sequenceNumber": "7", "why": "refused"}]
