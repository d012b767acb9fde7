"""Deadlines of a claim: the clocks a member may hold us to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from helsebro.claims.claim import Claim

State = Literal["running", "met", "missed", "paused"]
FIRST_ANSWER = timedelta(hours=24)
"""98 % of claims are answered within 24 hours (F4-06)."""


@dataclass(frozen=True)
class Deadline:
    """A promise with its instant: ``due_at`` moves on for as long as the clock is paused."""

    kind: str
    due_at: datetime
    state: State


def deadlines(claim: Claim, at: datetime) -> tuple[Deadline, ...]:
    """The clock of the first answer: it starts when consent, report and papers are there (F4-07).

    It stands still while the member is asked something (F4-08).
    """
    if claim.completed_at is None:
        return ()
    paused = timedelta(seconds=claim.paused_seconds)
    if claim.paused_since:
        return (Deadline("first-answer", _due(claim, paused + (at - claim.paused_since)), "paused"),)
    due = _due(claim, paused)
    if claim.answered_at:
        return (Deadline("first-answer", due, "met" if claim.answered_at <= due else "missed"),)
    return (Deadline("first-answer", due, "running" if at <= due else "missed"),)


def _due(claim: Claim, paused: timedelta) -> datetime:
    assert claim.completed_at is not None
    return claim.completed_at + FIRST_ANSWER + paused
