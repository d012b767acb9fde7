"""Place in a series: which of the sessions that were booked in one act a session is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class PlaceInSeries:
    """The ``number`` of a session among ``size``, by time; 1 is the first."""

    number: int
    size: int

    @property
    def told_of(self) -> int | None:
        """How many sessions the mail about this one speaks of: all for the first, None for the others."""
        return self.size if self.number == 1 else None
