"""Open deadline: a clock that the staff of a queue still have to keep."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from helsebro.deadlines.clock_row import ClockRow
from helsebro.deadlines.deadline import Deadline
from helsebro.deadlines.shown_deadline import ShownDeadline, shown

OpenState = Literal["running", "paused", "missed"]


@dataclass(frozen=True)
class OpenDeadline:
    """``seen`` is when it is due and where it stands; ``row`` and ``deadline`` name what it is about."""

    deadline: Deadline
    row: ClockRow
    seen: ShownDeadline

    @property
    def about(self) -> dict[str, str]:
        """The ids of its subject and of its claim or policy, by the names that events have for them."""
        return self.deadline.about(self.row)


def open_deadline(deadline: Deadline, row: ClockRow, at: datetime) -> OpenDeadline | None:
    """Returns the deadline if it is open at an instant: it runs, pauses, or was missed and has not ended.

    None when it is met or over, also in the moment before that is stored.
    """
    run, seen = deadline.reading(row), shown(deadline, row, at)
    if run is None or seen is None or not deadline.is_open(row) or seen.state == "met":
        return None
    has_ended = run.ended_at is not None and run.ended_at <= at
    return None if has_ended else OpenDeadline(deadline, row, seen)
