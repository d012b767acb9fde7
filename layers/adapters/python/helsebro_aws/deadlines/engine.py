"""Engine: changes one deadline and does everything that is due by then, in one commit.

A change that is made again finds its moment and its milestones stored and stores nothing. It sets the
schedule again, since a process may have ended between the commit and the schedule. While Scheduler does not
answer, throttles or is full, the deadline stays without a schedule: the sweep finds it by its pointer.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from helsebro.deadlines.clock_row import ClockRow
from helsebro.deadlines.clocks import CLOCKS
from helsebro.deadlines.deadline import Deadline, Milestone
from helsebro.deadlines.wake import Wake, next_wake, woken
from helsebro.errors import NotFound, Unavailable
from helsebro.events import Event
from helsebro_aws.deadlines.breaches.handlers import BREACHES
from helsebro_aws.deadlines.deadline_parts import (
    BreachHandler,
    Counted,
    NoSchedules,
    WakeSchedules,
    nothing_counted,
)
from helsebro_aws.deadlines.dynamo_deadlines import (
    DeadlineChanged,
    DynamoDeadlines,
    StoredDeadline,
    key_of,
)
from helsebro_aws.deadlines.schedules import ScheduleInPast
from helsebro_aws.dynamodb.keys import Key
from helsebro_aws.dynamodb.record import instant
from helsebro_aws.dynamodb.retry import retry_on_conflict
from helsebro_aws.dynamodb.tables import Operation
from helsebro_aws.platform import clock
from helsebro_aws.platform.log import done

PUBLISHED = frozenset({"warned", "missed", "reached", "escalated"})
"""The milestones that make an event; a deadline that is met makes none."""
PASSING = (DeadlineChanged, ScheduleInPast)
"""The conflicts after which a change is made again at once, from what is stored and due by then."""


@dataclass(frozen=True)
class DeadlineEngine:
    """Keeps deadlines. ``breaches`` are the handlers of ``on_warning`` and ``on_breach`` by name. ``rows`` is
    the table of clocks.
    """

    deadlines: DynamoDeadlines = field(default_factory=DynamoDeadlines)
    schedules: WakeSchedules = field(default_factory=NoSchedules)
    counted: Counted = nothing_counted
    breaches: Mapping[str, BreachHandler] = field(default_factory=lambda: BREACHES)
    rows: Mapping[str, ClockRow] = field(default_factory=lambda: CLOCKS)
    now: Callable[[], datetime] = clock.now

    def change(self, new: Deadline, change: Callable[[Deadline], Deadline]) -> None:
        """Stores what ``change`` makes of a deadline, which is ``new`` when none is stored yet.

        ``change`` may be called again when another writer was faster. Raises ``Conflict`` when others keep
        changing the deadline, and ``NotFound`` for a kind that the table does not have.
        """
        row, key = self._row(new.kind), key_of(new)
        retry_on_conflict(lambda: self._change(key, row, new, change), PASSING)

    def wake(self, key: Key) -> bool:
        """Does what is due for the deadline with this key; returns False when there is no such deadline.

        A call that is early, late or repeated changes nothing more. Raises ``Conflict``, and ``NotFound`` for
        a kind that the table does not have.
        """
        return retry_on_conflict(lambda: self._wake(key), PASSING)

    def _wake(self, key: Key) -> bool:
        found = self.deadlines.find(key)
        if found:
            self._settle(key, self._row(found.deadline.kind), found, found.deadline)
        return found is not None

    def _change(self, key: Key, row: ClockRow, new: Deadline, change: Callable[[Deadline], Deadline]) -> None:
        found = self.deadlines.find(key)
        after = change(found.deadline if found else new)
        if found or after != new:
            self._settle(key, row, found, after)

    def _settle(self, key: Key, row: ClockRow, found: StoredDeadline | None, changed: Deadline) -> None:
        """Stores a deadline with everything that is due by now, and sets its schedule."""
        now = self.now()
        after, milestones = woken(changed, row, now)
        before = (
            found.deadline if found else Deadline(after.kind, after.subject_id, after.case_id, after.payer)
        )
        after, counts = self.counted(before, after, row, now)
        wake = next_wake(after, row)
        is_stored = found is not None and found.deadline == after and found.wakes_at == (wake and wake.at)
        if not is_stored:
            operations, events = self._effects(after, row, milestones, now)
            self.deadlines.change(found, after, row, [*counts, *operations], events)
        self._schedule(key, after.kind, wake, found)

    def _schedule(self, key: Key, kind: str, wake: Wake | None, found: StoredDeadline | None) -> None:
        """Sets or removes the schedule of a stored deadline, which may stay without one (promise 8)."""
        try:
            if wake:
                self.schedules.set(key, wake.at)
            elif found and found.wakes_at:
                self.schedules.remove(key)
        except Unavailable:
            done("deadlines.unscheduled", kind=kind)

    def _effects(
        self, deadline: Deadline, row: ClockRow, milestones: Sequence[Milestone], now: datetime
    ) -> tuple[list[Operation], list[Event]]:
        operations: list[Operation] = []
        events = [_event(deadline, row, reached, now) for reached in milestones if reached in PUBLISHED]
        for milestone in milestones:
            for name in _handlers(row, milestone):
                stored, published = self.breaches[name](deadline, row, milestone, now)
                operations += stored
                events += published
        return operations, events

    def _row(self, kind: str) -> ClockRow:
        row = self.rows.get(kind)
        if row is None:
            raise NotFound()
        return row


def _handlers(row: ClockRow, milestone: Milestone) -> tuple[str, ...]:
    """Returns the names of what happens at a milestone beside its event."""
    if milestone == "warned":
        return row.on_warning
    return row.on_breach if milestone in ("missed", "reached") else ()


def _event(deadline: Deadline, row: ClockRow, milestone: Milestone, at: datetime) -> Event:
    """Returns the event of a milestone; its data are ids, the kind, the queue and when it was due."""
    run = deadline.reading(row)
    assert run
    named = {"kind": deadline.kind, "queue": deadline.queue(row)}
    data = {**named, **deadline.about(row), "dueAt": instant(run.due_at)}
    return Event(f"deadline.{milestone}", at, deadline.payer, data)
