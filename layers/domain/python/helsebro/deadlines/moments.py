"""Moments: what an event means for a clock."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from helsebro import ids
from helsebro.deadlines.clock_row import CLOCK_QUEUES, ClockEffect, ClockQueue, ClockRow, On
from helsebro.deadlines.deadline import Moment
from helsebro.events import has_values
from helsebro.occurrence import Occurrence
from helsebro.work_calendar import WorkCalendar


@dataclass(frozen=True)
class StartFacts:
    """What is read when a clock starts: the days of the case, and where known when it starts and is due."""

    calendar: WorkCalendar = field(default_factory=WorkCalendar)
    starts_at: datetime | None = None
    due_at: datetime | None = None


def effects(row: ClockRow, event: Occurrence) -> Iterator[tuple[ClockEffect, On, str]]:
    """Yields what an event does to a clock, and the id of each subject."""
    for effect, every in row.moves().items():
        for on in every:
            if on.event == event.type and has_values(event.data, on.only):
                named = event.data.get(on.subject or row.subject) or ()
                for subject in [named] if isinstance(named, str) else named:
                    yield effect, on, str(subject)


def moment_of(
    row: ClockRow, effect: ClockEffect, on: On, event: Occurrence, facts: StartFacts | None
) -> Moment:
    """Returns the moment; a start needs the facts. Raises ``DueMissing``, ``UnknownYear``."""
    key = str(event.data[on.key]) if on.key else event.event_id
    at = ids.slot_parts(str(event.data[on.at]))[1] if on.at else event.at
    due_at = None
    if effect == "start":
        assert facts
        at = facts.starts_at or at
        due_at = facts.due_at or row.length.due(at, facts.calendar)
    return Moment(key, effect, at, event.at, event.event_id, due_at, _queue_in(row, effect, event))


def _queue_in(row: ClockRow, effect: ClockEffect, event: Occurrence) -> ClockQueue | None:
    """Returns the queue that an event names for a clock which can be handed over; None for its own."""
    if not row.moved_by or effect not in ("start", "move"):
        return None
    return next((queue for queue in CLOCK_QUEUES if queue == event.data.get("queue")), None)
