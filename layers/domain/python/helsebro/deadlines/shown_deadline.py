"""Shown deadline: what people see of a deadline: when it is due, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from helsebro.deadlines.clock_row import ClockRow
from helsebro.deadlines.deadline import Deadline, DeadlineState


@dataclass(frozen=True)
class ShownDeadline:
    """A deadline and its state. While the clock is paused, ``due_at`` moves later."""

    kind: str
    due_at: datetime
    state: DeadlineState


def shown(deadline: Deadline, row: ClockRow, at: datetime) -> ShownDeadline | None:
    """Returns what people see at an instant; None when no clock runs.

    An expiry is shown only while it runs: a day that has come is neither met nor missed.
    """
    run, state = deadline.reading(row), deadline.state(row, at)
    if run is None or state is None or (row.nature == "expiry" and state != "running"):
        return None
    return ShownDeadline(deadline.kind, run.due_as_of(at), state)
