"""Deadlines for tests: a clock that started at an instant, and what has moved it since."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from helsebro.deadlines.clock_row import ClockEffect
from helsebro.deadlines.deadline import Deadline, Moment
from tests.builders.domain.claims import CLAIM_ID

STARTED = datetime.fromisoformat("2026-11-20T09:00:00Z")
LASTS = timedelta(days=10)


def moved(effect: ClockEffect, at: datetime, due_at: datetime | None = None) -> Moment:
    """Returns what an event did to a clock."""
    event_id = f"evt_{at.isoformat()}"
    return Moment(event_id, effect, at, at, event_id, due_at)


def running(
    kind: str = "assignment",
    *moments: Moment,
    since: datetime = STARTED,
    due_at: datetime | None = None,
    **fields: Any,
) -> Deadline:
    """Returns a deadline that is due ten days after its start unless said otherwise, with these moments."""
    start = moved("start", since, due_at or since + LASTS)
    about = {"subject_id": CLAIM_ID, "case_id": CLAIM_ID, "payer": "tryg", **fields}
    return Deadline(kind, moments=(start, *moments), **about)
