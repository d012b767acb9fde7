"""Builders of deadlines: a clock that runs for ten hours, and the moments that move it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from helsebro.deadlines.clock_row import ClockEffect, ClockRow, On
from helsebro.deadlines.deadline import Deadline, Moment
from helsebro.deadlines.length import Hours

START = datetime(2026, 11, 25, 8, tzinfo=UTC)
"""A Wednesday, in the ISO week 2026-W48."""
LENGTH = timedelta(hours=10)


def clock(**changes: Any) -> ClockRow:
    """Returns a promise of ten hours that can pause, and whose pauses and ends are counted."""
    row: dict[str, Any] = {
        "kind": "first-answer",
        "queue": "claims",
        "subject": "claimId",
        "length": Hours(10),
        "starts": (On("started"),),
        "pauses": (On("paused"),),
        "resumes": (On("resumed"),),
        "ends": (On("ended"),),
        "counts": frozenset({"pause", "end"}),
        "source": "a test",
    }
    return ClockRow(**{**row, **changes})


def moment(effect: ClockEffect, hours: float, **changes: Any) -> Moment:
    """Returns a moment so many hours after ``START``, reported when it happened; a start has its due time."""
    at = START + timedelta(hours=hours)
    event_id = f"evt_{effect}_{hours}"
    due_at = at + LENGTH if effect == "start" else None
    made: dict[str, Any] = {
        "key": event_id, "effect": effect, "at": at, "reported_at": at, "event_id": event_id, "due_at": due_at
    }  # fmt: skip
    return Moment(**{**made, **changes})


def deadline(*moments: Moment, **changes: Any) -> Deadline:
    """Returns a deadline of a claim at the payer ``tryg`` with these moments."""
    made: dict[str, Any] = {
        "kind": "first-answer", "subject_id": "clm_tryg_a", "case_id": "clm_tryg_a", "payer": "tryg"
    }  # fmt: skip
    return Deadline(**{**made, **changes}, moments=moments)
