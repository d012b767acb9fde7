"""Dead letters for tests."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from infra.stage import Stage

NONE: Mapping[str, str] = {}


def event_id(number: int) -> str:
    return f"evt_{number:026d}"


def send(
    sqs: Any,
    to: Stage,
    queue: str,
    body: Mapping[str, Any] | str,
    attributes: Mapping[str, str] = NONE,
) -> None:
    """Puts a message into a dead-letter queue."""
    text = body if isinstance(body, str) else json.dumps(body)
    named = {name: {"DataType": "String", "StringValue": value} for name, value in attributes.items()}
    sqs.send_message(QueueUrl=url(sqs, to, queue), MessageBody=text, MessageAttributes=named)


def held(sqs: Any, to: Stage, queue: str) -> int:
    """Returns how many messages of a dead-letter queue are visible."""
    asked = ["ApproximateNumberOfMessages"]
    answer = sqs.get_queue_attributes(QueueUrl=url(sqs, to, queue), AttributeNames=asked)
    return int(answer["Attributes"][asked[0]])


def url(sqs: Any, to: Stage, queue: str) -> str:
    return str(sqs.get_queue_url(QueueName=to.named(f"{queue}-dead"))["QueueUrl"])
