"""Busy time: a span of a practitioner's calendar in which no session can be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class BusyTime:
    """From ``starts_at`` to ``ends_at``, in UTC. Why it is busy is not read from the calendar."""

    starts_at: datetime
    ends_at: datetime

    def meets(self, starts_at: datetime, ends_at: datetime) -> bool:
        """Whether it shares time with a span; one may begin when the other ends."""
        return self.starts_at < ends_at and starts_at < self.ends_at
