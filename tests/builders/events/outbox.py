"""Rows of the outbox and records of its stream, for tests of the publisher and of the clinic's feed."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

from helsebro import ids

Row = dict[str, Any]


def outbox_row_of(
    made_at: datetime, number: int, clinic_id: str | None = "cli_a", kind: str = "booking.created"
) -> Row:
    """Returns the row (DynamoDB JSON) of an event whose id was made at this time."""
    row: Row = {
        "pk": {"S": ids.in_time_order("evt", made_at, number.to_bytes(10, "big"))},
        "sk": {"S": "EVENT"},
        "type": {"S": kind},
        "at": {"S": made_at.isoformat()},
        "payer": {"S": "tryg"},
        "data": {"M": {"bookingId": {"S": f"bkg_{number}"}, "guaranteeId": {"S": "gar_1"}}},
        "expiresAt": {"N": str(int((made_at + timedelta(days=30)).timestamp()))},
    }
    return {**row, "clinicId": {"S": clinic_id}} if clinic_id else row


def commit_lands(aws: dict[str, Any], row: Row) -> Row:
    """Stores the row, as a commit does; returns it."""
    aws["dynamodb"].put_item(TableName="outbox", Item=row)
    return row


def event_id_of(row: Row) -> str:
    """Returns the id of a row's event."""
    return str(row["pk"]["S"])


def stream_records(rows: Sequence[Row], kind: str = "INSERT") -> list[dict[str, Any]]:
    """Returns the records of the rows as the table's stream shows them."""
    return [
        {
            "eventName": kind,
            "dynamodb": {
                "Keys": {"pk": row["pk"], "sk": row["sk"]},
                "SequenceNumber": str(place),
                "NewImage": row,
            },
        }
        for place, row in enumerate(rows)
    ]


@contextmanager
def listening(aws: dict[str, Any]) -> Iterator[Callable[[], list[dict[str, Any]]]]:
    """Yields a function that returns the messages which the bus has delivered since its last call."""
    queue = aws["sqs"].create_queue(QueueName="heard")["QueueUrl"]
    found = aws["sqs"].get_queue_attributes(QueueUrl=queue, AttributeNames=["QueueArn"])["Attributes"]
    rule = {"Rule": "all", "EventBusName": "helsebro"}
    pattern = json.dumps({"source": ["helsebro"]})
    aws["events"].put_rule(Name="all", EventBusName="helsebro", EventPattern=pattern)
    aws["events"].put_targets(**rule, Targets=[{"Id": "heard", "Arn": found["QueueArn"]}])
    yield lambda: received(aws, queue)
    aws["events"].remove_targets(**rule, Ids=["heard"])
    aws["events"].delete_rule(Name="all", EventBusName="helsebro")
    aws["sqs"].delete_queue(QueueUrl=queue)


def received(aws: dict[str, Any], queue: str) -> list[dict[str, Any]]:
    """Returns the bodies of the messages that wait in a queue."""
    messages = aws["sqs"].receive_message(QueueUrl=queue, MaxNumberOfMessages=10).get("Messages", [])
    return [json.loads(message["Body"]) for message in messages]
