"""The outbox's stream to the bus (promise 6).

A row that can never be published goes to the failures queue and holds nobody up. A row that could not be
published just now is reported, and the stream comes again from there on; who listens counts an event once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from helsebro_aws.outbox import outbox_row
from helsebro_aws.outbox.outbox_row import BusEvent, MalformedRow
from helsebro_aws.platform.log import failed

AT_ONCE = 10


@dataclass(frozen=True)
class Refusals:
    """The events of one call that the bus did not take: ``for_now``, or ``for_good``."""

    for_now: frozenset[str] = frozenset()
    for_good: frozenset[str] = frozenset()


class Bus(Protocol):
    """Where events go."""

    def put(self, events: Sequence[BusEvent]) -> Refusals:
        """Takes up to ``AT_ONCE`` events and says which it did not take."""


class Failures(Protocol):
    """Where a row goes that cannot be published, for a person to look at."""

    def keep(self, event_id: str, sequence_number: str, why: str) -> None:
        """Keeps the row's address and a word on why; its content stays in the table."""


def publish(records: Sequence[Mapping[str, Any]], bus: Bus, failures: Failures) -> list[str]:
    """Publishes every inserted row in order; the sequence numbers from which the stream must come again."""
    found: list[tuple[str, BusEvent]] = []
    for number, event_id, image in _inserted(records):
        try:
            found.append((number, outbox_row.read(image)))
        except MalformedRow as fault:
            failed(fault, eventId=event_id)
            failures.keep(event_id, number, "malformed")
    for start in range(0, len(found), AT_ONCE):
        some = found[start : start + AT_ONCE]
        refusals = bus.put([event for _, event in some])
        for number, event in some:
            if event.event_id in refusals.for_good:
                failures.keep(event.event_id, number, "refused")
        if refusals.for_now:
            # What follows waits for its turn: the stream comes again from the first one on.
            return [number for number, event in some if event.event_id in refusals.for_now]
    return []


def _inserted(records: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    for record in records:
        if record["eventName"] == "INSERT":
            change = record["dynamodb"]
            event_id = str(change["Keys"]["pk"].get("S"))
            yield change["SequenceNumber"], event_id, change.get("NewImage") or {}
