"""Deadline parts: what other modules do with a deadline that changes: its schedule, its counts, its breach.

Each part is passed to ``DeadlineEngine``; the defaults here do nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Protocol, TypeAlias

from helsebro.deadlines.clock_row import ClockRow
from helsebro.deadlines.deadline import Deadline, Milestone
from helsebro.events import Event
from helsebro_aws.dynamodb.keys import Key
from helsebro_aws.dynamodb.operations import Operation


class WakeSchedules(Protocol):
    """The one-time schedules that wake deadlines, one for each key of a deadline.

    When a schedule is due, the queue ``fall-due`` gets the message ``{"pk": …, "sk": …}`` with that key.
    """

    def set(self, key: Key, at: datetime) -> None:
        """Makes the schedule of a deadline, or moves it to another instant. ``at`` lies in the future."""

    def remove(self, key: Key) -> None:
        """Removes the schedule of a deadline, if there is one."""


Counted: TypeAlias = Callable[[Deadline, Deadline, ClockRow, datetime], tuple[Deadline, list[Operation]]]
"""Takes a deadline before and after a change, its row and the current instant. Returns the deadline with what
its service level has counted, and the operations that count it."""
BreachHandler: TypeAlias = Callable[
    [Deadline, ClockRow, Milestone, datetime], tuple[list[Operation], list[Event]]
]
"""Takes a deadline at a milestone: its warning (``on_warning``), or the end that it missed or reached
(``on_breach``). Returns what the same commit stores and publishes."""


class NoSchedules:
    """Makes no schedules: the sweep finds every deadline that is due."""

    def set(self, key: Key, at: datetime) -> None:
        """Does nothing."""

    def remove(self, key: Key) -> None:
        """Does nothing."""


def nothing_counted(
    _before: Deadline, after: Deadline, _row: ClockRow, _now: datetime
) -> tuple[Deadline, list[Operation]]:
    """Returns the deadline unchanged and no operations."""
    return after, []
