"""The outbox's stream to the bus (promise 6).

A row that can never be published goes to the failures queue and does not delay the others. So does a row that
fails twice alone, whatever it raised. A transient fault says nothing about the row: the row is reported, and
the stream repeats the rows from there on, for up to 23 hours; consumers count an event once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from helsebro.errors import Unavailable
from helsebro_aws.outbox import outbox_row
from helsebro_aws.outbox.outbox_row import BusEvent, MalformedRow
from helsebro_aws.platform.log import done, failed, line
from helsebro_aws.platform.logged_ids import logged_ids
from helsebro_aws.platform.rust_core import core
from helsebro_aws.platform.settings import MissingSetting

EVENTS_PER_CALL = 10


@dataclass(frozen=True)
class Refusals:
    """The events of one call that the bus refused, ``for_now`` or ``for_good``.

    ``failing`` are those of ``for_now`` on which the bus failed; it was too busy for the others.
    """

    for_now: frozenset[str] = frozenset()
    for_good: frozenset[str] = frozenset()
    failing: frozenset[str] = frozenset()


class Numbers(Protocol):
    """Where an event of a clinic gets its number in the clinic's feed."""

    def give(self, events: Sequence[BusEvent]) -> list[BusEvent]:
        """Returns the events, in their order, those of a clinic with their numbers."""


class Bus(Protocol):
    """Where events go."""

    def put(self, events: Sequence[BusEvent]) -> Refusals:
        """Takes up to ``EVENTS_PER_CALL`` events and returns those that it refused."""


class Failures(Protocol):
    """Where rows go that cannot be published, for a person to look at."""

    def failed_before(self, event_id: str) -> bool:
        """Notes that the row failed alone; returns whether it had already done so."""

    def keep(self, event_id: str, sequence_number: str, why: str) -> None:
        """Keeps the row's key and the reason; its content stays in the table."""


@dataclass(frozen=True)
class InsertedRow:
    """A row that a commit inserted, as a record of the stream shows it."""

    sequence_number: str
    event_id: str
    image: Mapping[str, Any]


@dataclass(frozen=True)
class Publisher:
    """Numbers the events of inserted rows and puts them on the bus."""

    numbers: Numbers
    bus: Bus
    failures: Failures

    def publish(self, records: Sequence[Mapping[str, Any]]) -> list[str]:
        """Publishes every inserted row in order; returns the sequence numbers of the rows to send again.

        An error of the failures queue itself is raised: the stream then repeats the whole batch.
        """
        rows = list(_inserted(records))
        for start in range(0, len(rows), EVENTS_PER_CALL):
            # Later rows are not sent now: the stream repeats everything from the first of these.
            if again := self._together(rows[start : start + EVENTS_PER_CALL]):
                return again
        return []

    def _together(self, rows: Sequence[InsertedRow]) -> list[str]:
        """Publishes rows in one call; when that fails because of one of them, each alone."""
        try:
            return self._put(rows)
        except Exception as fault:  # noqa: BLE001 - whatever one row raises, the others are published
            failed(fault, eventIds=[row.event_id for row in rows])
            if is_transient(fault):
                return [row.sequence_number for row in rows]
        if len(rows) == 1:
            return self._failed_alone(rows[0])
        for row in rows:
            if again := self._together([row]):
                return again
        return []

    def _put(self, rows: Sequence[InsertedRow]) -> list[str]:
        """Numbers and puts the rows that are events; returns those that the bus refused for now."""
        found: dict[str, InsertedRow] = {}
        events: list[BusEvent] = []
        for row in rows:
            try:
                events.append(outbox_row.read(row.image))
                found[row.event_id] = row
            except MalformedRow as fault:
                failed(fault, eventId=row.event_id)
                self.failures.keep(row.event_id, row.sequence_number, "malformed")
        if not events:
            return []
        refusals = self.bus.put(self.numbers.give(events))
        _log_published(events, refusals)
        for event_id in sorted(refusals.for_good):
            self.failures.keep(event_id, found[event_id].sequence_number, "refused")
        again = refusals.for_now
        if len(again | refusals.for_good) < len(events):
            # The bus takes other events, so one that it fails on again and again would only block its shard.
            again -= self._set_aside_if_failing_again(refusals.failing, found)
        if again:
            # The stream stops here, and repeats from the first of these.
            done("outbox.refused-for-now", eventIds=sorted(again))
        return [row.sequence_number for event_id, row in found.items() if event_id in again]

    def _set_aside_if_failing_again(
        self, event_ids: Iterable[str], rows: Mapping[str, InsertedRow]
    ) -> frozenset[str]:
        """Sets aside those events on which the bus has failed before, and returns them."""
        again = [event_id for event_id in sorted(event_ids) if self.failures.failed_before(event_id)]
        for event_id in again:
            self.failures.keep(event_id, rows[event_id].sequence_number, "refused-twice")
        return frozenset(again)

    def _failed_alone(self, row: InsertedRow) -> list[str]:
        """Sets the row aside when it fails alone for the second time; else it is sent again."""
        if not self.failures.failed_before(row.event_id):
            return [row.sequence_number]
        self.failures.keep(row.event_id, row.sequence_number, "failed-twice")
        return []


def _log_published(events: Sequence[BusEvent], refusals: Refusals) -> None:
    """Logs each event that the bus has taken, with the ids of the things that it concerns."""
    for event in events:
        if event.event_id not in refusals.for_now | refusals.for_good:
            ids = logged_ids(event.content.get("data") or {})
            line("event.published", eventId=event.event_id, type=event.type, **ids)


def is_transient(fault: Exception) -> bool:
    """Whether a fault hits every row alike: a part does not answer, or the function was deployed wrongly."""
    if isinstance(fault, (core.ValidationException, core.SerializationException)):
        return False
    return isinstance(fault, (Unavailable, MissingSetting, core.PydynoxException))


def _inserted(records: Sequence[Mapping[str, Any]]) -> Iterator[InsertedRow]:
    for record in records:
        if record["eventName"] == "INSERT":
            change = record["dynamodb"]
            event_id = str(change["Keys"]["pk"].get("S"))
            yield InsertedRow(change["SequenceNumber"], event_id, change.get("NewImage") or {})
