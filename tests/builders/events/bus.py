"""A bus that remembers what it took, for code that sends events."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from helsebro_aws.outbox.outbox_row import BusEvent
from helsebro_aws.outbox.outbox_stream import Refusals


class BusDouble:
    """Takes every event, or refuses all of them for now."""

    def __init__(self, *, down: bool = False) -> None:
        self.down, self.events = down, list[dict[str, Any]]()

    def put(self, events: Sequence[BusEvent]) -> Refusals:
        if self.down:
            return Refusals(for_now=frozenset(event.event_id for event in events))
        self.events += [json.loads(event.detail) for event in events]
        return Refusals()
