"""Missed deadline: the clock behind a task that was opened because the clock was missed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class MissedDeadline:
    """``kind`` is the clock, ``about`` the id of its subject, and ``due_at`` when it was due."""

    kind: str
    about: str
    due_at: datetime
