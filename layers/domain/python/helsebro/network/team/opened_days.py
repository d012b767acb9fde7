"""Opened days: the days on which a practitioner takes clients again, earlier than was said (F1-01, F1-23)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True)
class OpenedDays:
    """The days of a pause that ended early, or of an "off" that was switched on, and when that was.

    ``first`` and ``last`` are part of them; None is an end that was open.
    """

    opened_at: datetime
    first: date | None = None
    last: date | None = None

    def include(self, day: date) -> bool:
        """Returns whether a day is one of them."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)
