"""Deadlines of a claim: the service times that are promised to members."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from helsebro.claims.claim import Claim
from helsebro.deadlines.deadline import DeadlineState

FIRST_ANSWER = timedelta(hours=24)
"""98 % of claims are answered within 24 hours (F4-06)."""


@dataclass(frozen=True)
class ShownDeadline:
    """A deadline and its state. While the clock is paused, ``due_at`` moves later."""

    kind: str
    due_at: datetime
    state: DeadlineState


def deadlines(claim: Claim, at: datetime) -> tuple[ShownDeadline, ...]:
    """Returns the deadline of the first answer; empty until consent, report and papers are complete (F4-07).

    The clock pauses while a question to the member is open (F4-08).
    """
    if claim.completed_at is None:
        return ()
    paused = timedelta(seconds=claim.paused_seconds)
    if claim.paused_since:
        return (ShownDeadline("first-answer", _due(claim, paused + (at - claim.paused_since)), "paused"),)
    due = _due(claim, paused)
    if claim.answered_at:
        return (ShownDeadline("first-answer", due, "met" if claim.answered_at <= due else "missed"),)
    return (ShownDeadline("first-answer", due, "running" if at <= due else "missed"),)


def _due(claim: Claim, paused: timedelta) -> datetime:
    assert claim.completed_at is not None
    return claim.completed_at + FIRST_ANSWER + paused
