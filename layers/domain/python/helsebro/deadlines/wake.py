"""Wake: when a deadline needs attention next, and what is due by then: a warning, its end, an escalation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from helsebro.deadlines.clock_row import ClockRow
from helsebro.deadlines.deadline import AN_INSTANT, Deadline, Milestone, Reading, in_time


@dataclass(frozen=True)
class Wake:
    """The milestone that a deadline reaches at an instant, unless it changes before."""

    milestone: Milestone
    at: datetime


def next_wake(deadline: Deadline, row: ClockRow) -> Wake | None:
    """Returns what the deadline waits for; None when nothing more will happen to it by itself.

    While the clock is paused, that is only what was due before the pause.
    """
    run = deadline.reading(row)
    if run is None:
        return None
    wake = _next(deadline, row, run)
    paused_since = None if run.ended_at else run.paused_since
    return None if wake and paused_since and wake.at > paused_since else wake


def _next(deadline: Deadline, row: ClockRow, run: Reading) -> Wake | None:
    """Returns what a run of the clock waits for if no pause lasts."""
    if any(deadline.has(milestone, run) for milestone in ("met", "reached", "escalated")):
        return None
    if deadline.has("missed", run):
        waits = row.escalates is not None and run.ended_at is None
        return Wake("escalated", run.due_at + row.escalates) if waits and row.escalates else None
    if run.ended_at:
        return _ended(row, run, run.ended_at)
    warning = _warning(deadline, row, run)
    return warning or Wake("missed" if row.nature == "promise" else "reached", _over(row, run.due_at))


def woken(deadline: Deadline, row: ClockRow, at: datetime) -> tuple[Deadline, Sequence[Milestone]]:
    """Returns the deadline with all the milestones that are due, and those that something must happen for.

    A warning that was not given before the clock was due is not given any more. Called again for the same
    instant, it returns the deadline unchanged and no milestones.
    """
    reached: list[Milestone] = []
    while (wake := next_wake(deadline, row)) and wake.at <= at:
        run = deadline.reading(row)
        assert run
        deadline = deadline.marked(wake.milestone, at, run)
        reached.append(wake.milestone)
    return deadline, [milestone for milestone in reached if milestone != "warned" or len(reached) == 1]


def _ended(row: ClockRow, run: Reading, ended_at: datetime) -> Wake:
    if in_time(row, ended_at, run.due_as_of(ended_at)):
        return Wake("met", ended_at)
    return Wake("missed" if row.nature == "promise" else "reached", _over(row, run.due_at))


def _warning(deadline: Deadline, row: ClockRow, run: Reading) -> Wake | None:
    if row.warns is None or deadline.has("warned", run):
        return None
    at = run.due_at - row.warns
    return Wake("warned", at) if at > run.started_at else None


def _over(row: ClockRow, due_at: datetime) -> datetime:
    return due_at + AN_INSTANT if row.length.inclusive and row.nature == "promise" else due_at
