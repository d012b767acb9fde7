"""Builders of queue messages, as Lambda hands a batch of them to a consumer of the bus."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

from tests.builders.calls import LambdaContext


def batch(*events: Mapping[str, Any]) -> dict[str, Any]:
    """Returns a batch with one message for each event; the id of a message is its place, from "0"."""
    return {
        "Records": [
            {"messageId": str(place), "body": json.dumps(event), "eventSource": "aws:sqs"}
            for place, event in enumerate(events)
        ]
    }


def event_of(kind: str, /, **data: Any) -> dict[str, Any]:
    """Returns an event as the bus sends it."""
    at = datetime.now(UTC).isoformat()
    return {"eventId": "evt_1", "type": kind, "at": at, "payer": "tryg", "data": data}


def comes_again(handler: Callable[[Any, Any], Any], *events: Mapping[str, Any]) -> list[str]:
    """Runs a consumer on a batch and returns the ids of the messages that come again."""
    answer = handler(batch(*events), LambdaContext())
    return [failure["itemIdentifier"] for failure in answer["batchItemFailures"]]
