"""EventBridge for the outbox."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from helsebro.errors import Unavailable
from helsebro_aws.outbox.outbox_row import BusEvent
from helsebro_aws.outbox.outbox_stream import Refusals
from helsebro_aws.platform import clients
from helsebro_aws.platform.settings import Settings, settings

SOURCE = "helsebro"
FAILING = ("InternalFailure", "InternalException")
"""Error codes of a single event on which the bus failed."""
TRANSIENT = (*FAILING, "ThrottlingException", "ServiceUnavailable")
"""Error codes of a single event after which another attempt may succeed; after any other it cannot."""
ABOUT_THE_CONTENT = frozenset({"ValidationException", "ValidationError", "RequestEntityTooLarge", "413"})
"""Error codes of a call that are about its events. After any other, another attempt may succeed."""


class EventBridge:
    """``helsebro_aws.outbox.outbox_stream.Bus`` on EventBridge."""

    def __init__(self, to: Settings = settings) -> None:
        self.settings = to

    @cached_property
    def client(self) -> Any:
        """The client, made on first use."""
        return clients.client("events", self.settings)

    def put(self, events: Sequence[BusEvent]) -> Refusals:
        """Puts up to ten events; when the bus takes no call at all, it refuses all of them for now.

        When the call fails because of its content, each event is put alone, and refused for good when that
        fails too.
        """
        from botocore.exceptions import BotoCoreError, ClientError, ParamValidationError

        everything = frozenset(event.event_id for event in events)
        try:
            answer = self.client.put_events(Entries=[self._entry(event) for event in events])
        except Unavailable:
            return Refusals(for_now=everything)
        except (BotoCoreError, ClientError) as fault:
            code = fault.response["Error"]["Code"] if isinstance(fault, ClientError) else ""
            if not isinstance(fault, ParamValidationError) and code not in ABOUT_THE_CONTENT:
                return Refusals(for_now=everything)
            return self._each_alone(events) if len(events) > 1 else Refusals(for_good=everything)
        codes = {
            event.event_id: entry["ErrorCode"]
            for event, entry in zip(events, answer["Entries"], strict=True)
            if entry.get("ErrorCode")
        }
        transient = {event_id for event_id, code in codes.items() if code.startswith(TRANSIENT)}
        failing = {event_id for event_id, code in codes.items() if code.startswith(FAILING)}
        return Refusals(frozenset(transient), frozenset(codes.keys() - transient), frozenset(failing))

    def _each_alone(self, events: Sequence[BusEvent]) -> Refusals:
        found = [self.put([event]) for event in events]
        return Refusals(
            frozenset().union(*(one.for_now for one in found)),
            frozenset().union(*(one.for_good for one in found)),
            frozenset().union(*(one.failing for one in found)),
        )

    def _entry(self, event: BusEvent) -> dict[str, Any]:
        return {
            "Source": SOURCE,
            "DetailType": event.type,
            "Time": event.at,
            "Detail": event.detail,
            "EventBusName": self.settings.bus,
        }
