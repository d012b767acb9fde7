"""The outbox's stream to the bus (promise 6).

A row that can never be published goes to the failures queue and does not delay the others. A row that cannot
be published now is reported, and the stream repeats the rows from there on; consumers count an event once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from helsebro_aws.outbox import outbox_row
from helsebro_aws.outbox.outbox_row import BusEvent, MalformedRow
from helsebro_aws.platform.log import failed

EVENTS_PER_CALL = 10


@dataclass(frozen=True)
class Refusals:
    """The events of one call that the bus refused, ``for_now`` or ``for_good``."""

    for_now: frozenset[str] = frozenset()
    for_good: frozenset[str] = frozenset()


class Bus(Protocol):
    """Where events go."""

    def put(self, events: Sequence[BusEvent]) -> Refusals:
        """Takes up to ``EVENTS_PER_CALL`` events and returns those that it refused."""


class Failures(Protocol):
    """Where rows go that cannot be published, for a person to look at."""

    def keep(self, event_id: str, sequence_number: str, why: str) -> None:
        """Keeps the row's key and the reason; its content stays in the table."""


def publish(records: Sequence[Mapping[str, Any]], bus: Bus, failures: Failures) -> list[str]:
    """Publishes every inserted row in order; returns the sequence numbers of the rows to send again."""
    found: list[tuple[str, BusEvent]] = []
    for number, event_id, image in _inserted(records):
        try:
            found.append((number, outbox_row.read(image)))
        except MalformedRow as fault:
            failed(fault, eventId=event_id)
            failures.keep(event_id, number, "malformed")
    for start in range(0, len(found), EVENTS_PER_CALL):
        batch = found[start : start + EVENTS_PER_CALL]
        refusals = bus.put([event for _, event in batch])
        for number, event in batch:
            if event.event_id in refusals.for_good:
                failures.keep(event.event_id, number, "refused")
        if refusals.for_now:
            # Later rows are not sent now: the stream repeats everything from the first of these.
            return [number for number, event in batch if event.event_id in refusals.for_now]
    return []


def _inserted(records: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    for record in records:
        if record["eventName"] == "INSERT":
            change = record["dynamodb"]
            event_id = str(change["Keys"]["pk"].get("S"))
            yield change["SequenceNumber"], event_id, change.get("NewImage") or {}
