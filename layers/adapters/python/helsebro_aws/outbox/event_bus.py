"""EventBridge and SQS for the outbox."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cached_property
from typing import Any

from helsebro.errors import Unavailable
from helsebro_aws.outbox.outbox_row import BusEvent
from helsebro_aws.outbox.outbox_stream import Refusals
from helsebro_aws.platform import clients
from helsebro_aws.platform.settings import Settings, settings

SOURCE = "helsebro"
TRANSIENT = ("InternalFailure", "InternalException", "ThrottlingException", "ServiceUnavailable")
"""Error codes of a single event after which another attempt may succeed; after any other it cannot."""


class EventBridge:
    """``helsebro_aws.outbox.outbox_stream.Bus`` on EventBridge."""

    def __init__(self, to: Settings = settings) -> None:
        self.settings = to

    @cached_property
    def client(self) -> Any:
        """The client, made on first use."""
        return clients.client("events", self.settings)

    def put(self, events: Sequence[BusEvent]) -> Refusals:
        """Puts up to ten events; when the bus cannot be reached, it refuses all of them for now."""
        from botocore.exceptions import BotoCoreError, ClientError

        try:
            answer = self.client.put_events(Entries=[self._entry(event) for event in events])
        except (BotoCoreError, ClientError, Unavailable):
            return Refusals(for_now=frozenset(event.event_id for event in events))
        codes = {
            event.event_id: entry["ErrorCode"]
            for event, entry in zip(events, answer["Entries"], strict=True)
            if entry.get("ErrorCode")
        }
        transient = {event_id for event_id, code in codes.items() if code.startswith(TRANSIENT)}
        return Refusals(frozenset(transient), frozenset(codes.keys() - transient))

    def _entry(self, event: BusEvent) -> dict[str, Any]:
        return {
            "Source": SOURCE,
            "DetailType": event.type,
            "Time": event.at,
            "Detail": event.detail,
            "EventBusName": self.settings.bus,
        }


class OutboxFailures:
    """``helsebro_aws.outbox.outbox_stream.Failures`` on the dead-letter queue of the outbox."""

    def __init__(self, to: Settings = settings) -> None:
        self.settings = to

    @cached_property
    def client(self) -> Any:
        """The client, made on first use."""
        return clients.client("sqs", self.settings)

    def keep(self, event_id: str, sequence_number: str, why: str) -> None:
        """Sends one message with the row's key; an error of the queue makes the stream repeat the batch."""
        message = {"eventId": event_id, "sequenceNumber": sequence_number, "why": why}
        queue = self.settings.environment["HELSEBRO_OUTBOX_FAILURES_QUEUE"]
        self.client.send_message(QueueUrl=queue, MessageBody=json.dumps(message))
