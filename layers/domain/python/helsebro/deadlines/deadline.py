"""Deadline: one running clock about one subject, made of the moments that events have reported.

The moments may be reported in any order and more than once: the reading is always that of the moments in the
order in which they happened. So a lost, late or doubled event cannot make a wrong deadline.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal

from helsebro import ids
from helsebro.deadlines.clock_row import ClockEffect, ClockQueue, ClockRow

DeadlineState = Literal["running", "met", "missed", "paused"]
Milestone = Literal["warned", "met", "missed", "reached", "escalated"]
"""What has happened to a deadline: each milestone happens once in a run of the clock."""
AN_INSTANT = timedelta(seconds=1)
"""The last second of a clock of hours is in time, so it is missed a second after it was due."""


@dataclass(frozen=True)
class Moment:
    """A moment in a clock's life; ``key`` names it, so that a later report with that key replaces it.

    ``at`` may lie after ``reported_at``: a booked session will end the clock. A start has ``due_at``, when
    the clock is due unless it pauses. ``queue`` is whose staff keep it from then on, if the event names one.
    """

    key: str
    effect: ClockEffect
    at: datetime
    reported_at: datetime
    event_id: str
    due_at: datetime | None = None
    queue: ClockQueue | None = None


@dataclass(frozen=True)
class Reached:
    """A milestone that was reached in the run of the clock that began with the event ``run``."""

    milestone: Milestone
    at: datetime
    run: str


@dataclass(frozen=True)
class Reading:
    """A run of the clock as of an instant. ``run`` is the event that started it.

    ``paused`` is the time of the pauses that are over; ``ended_at`` may lie ahead (a booked session).
    ``queue`` is whose staff keep it; None for those of its row.
    """

    run: str
    started_at: datetime
    due_at: datetime
    paused: timedelta = timedelta()
    paused_since: datetime | None = None
    ended_at: datetime | None = None
    queue: ClockQueue | None = None

    def used(self, until: datetime) -> timedelta:
        """Returns how long the clock has run until an instant, without its pauses."""
        stopped = min(until, self.paused_since) if self.paused_since else until
        return stopped - self.started_at - self.paused

    def due_as_of(self, at: datetime) -> datetime:
        """Returns when the clock is due as of an instant: while it is paused, that moves on until its end."""
        if self.paused_since is None:
            return self.due_at
        until = min(at, self.ended_at) if self.ended_at else at
        return self.due_at + max(until - self.paused_since, timedelta())


@dataclass(frozen=True)
class Deadline:
    """A clock (``kind``) about one subject.

    ``case_id`` is the claim or policy that it belongs to; empty for a clock that stands alone.
    ``counted`` names what its service level has counted already. ``revision`` counts its changes.
    """

    kind: str
    subject_id: str
    case_id: str
    payer: str
    moments: tuple[Moment, ...] = ()
    milestones: tuple[Reached, ...] = ()
    counted: tuple[str, ...] = ()
    revision: int = 0

    def with_moment(self, moment: Moment) -> Deadline:
        """Returns it with a moment; unchanged when it has this one, or a later one under the key."""
        known = next((known for known in self.moments if known.key == moment.key), None)
        if known and _reported(known) >= _reported(moment):
            return self
        others = tuple(known for known in self.moments if known.key != moment.key)
        return replace(self, moments=(*others, moment))

    def about(self, row: ClockRow) -> dict[str, str]:
        """Returns the ids of its subject and of its claim or policy, by their names in events."""
        subject = {row.subject: self.subject_id}
        if not self.case_id:
            enquiry = ids.enquiry_of(self.subject_id)
            return {**subject, "enquiryId": enquiry} if enquiry else subject
        return {**subject, "policyId" if self.case_id.startswith("pol_") else "claimId": self.case_id}

    def queue(self, row: ClockRow) -> ClockQueue:
        """Returns the queue of the staff who keep it now."""
        run = self.reading(row)
        return (run.queue if run else None) or row.queue

    def reading(self, row: ClockRow) -> Reading | None:
        """Returns the present run of the clock; None when it has not started or was cancelled."""
        runs = [run for _, run in self.steps(row)]
        return runs[-1] if runs else None

    def steps(self, row: ClockRow) -> Iterator[tuple[Moment, Reading | None]]:
        """Yields each moment in the order in which they happened, with the run of the clock after it."""
        run: Reading | None = None
        for moment in sorted(self.moments, key=_in_order):
            run = _after(run, moment, row)
            yield moment, run

    def state(self, row: ClockRow, at: datetime) -> DeadlineState | None:
        """Returns its state at an instant; None when no clock runs."""
        run = self.reading(row)
        if run is None:
            return None
        if run.ended_at and run.ended_at <= at:
            return "met" if in_time(row, run.ended_at, run.due_as_of(run.ended_at)) else "missed"
        if not in_time(row, at, run.due_as_of(at)):
            return "missed"
        return "paused" if run.paused_since else "running"

    def is_open(self, row: ClockRow) -> bool:
        """Whether the staff still have to keep it: it runs, pauses, or was missed and has not ended."""
        run = self.reading(row)
        if run is None or row.nature == "reminder":
            return False
        if self.has("met", run) or self.has("reached", run):
            return False
        return not (self.has("missed", run) and run.ended_at)

    def has(self, milestone: Milestone, run: Reading) -> bool:
        """Whether the milestone was reached in this run."""
        return any(known.milestone == milestone and known.run == run.run for known in self.milestones)

    def marked(self, milestone: Milestone, at: datetime, run: Reading) -> Deadline:
        """Returns it with a milestone reached; the milestones of earlier runs are dropped."""
        kept = tuple(known for known in self.milestones if known.run == run.run)
        return replace(self, milestones=(*kept, Reached(milestone, at, run.run)))


def in_time(row: ClockRow, at: datetime, due_at: datetime) -> bool:
    """Whether an instant is in time: the second of ``due_at`` is, unless that is the midnight after a day."""
    return at < due_at + AN_INSTANT if row.length.inclusive else at < due_at


def _in_order(moment: Moment) -> tuple[datetime, str]:
    return moment.at, moment.event_id


def _reported(moment: Moment) -> tuple[datetime, str]:
    return moment.reported_at, moment.event_id


def _after(run: Reading | None, moment: Moment, row: ClockRow) -> Reading | None:
    """Returns the run after a moment."""
    match moment.effect:
        case "start":
            return _started(run, moment, row)
        case "cancel":
            return None
        case "pause" if run and not run.paused_since and not run.ended_at:
            return replace(run, paused_since=moment.at)
        case "resume" if run and run.paused_since and not run.ended_at:
            return _resumed(run, moment.at)
        case "end" if run and not run.ended_at:
            return replace(run, ended_at=moment.at)
        case "move" if run and not run.ended_at:
            return replace(run, queue=moment.queue)
    return run


def _started(run: Reading | None, moment: Moment, row: ClockRow) -> Reading | None:
    assert moment.due_at
    if run is None or run.ended_at:
        return Reading(moment.event_id, moment.at, moment.due_at, queue=moment.queue)
    # A start that leaves the due time as it is, such as a second reminder of the same premium, is no new run:
    # its milestones would be reached twice.
    if row.restarts and moment.due_at != run.due_at:
        return Reading(moment.event_id, moment.at, moment.due_at, queue=moment.queue)
    return run


def _resumed(run: Reading, at: datetime) -> Reading:
    assert run.paused_since
    pause = at - run.paused_since
    return replace(run, paused=run.paused + pause, paused_since=None, due_at=run.due_at + pause)
