"""Standing: how many sessions of a guarantee are held, or may yet be told held, when it comes to its end."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from helsebro.bookings.booking import Booking


@dataclass(frozen=True)
class Standing:
    """``sessions`` were held or wait for the clinic's report, ``is_final`` says that none of them waits.

    ``last_held_on`` is the day of the last one held, if any: with it the course ended (Q17).
    """

    sessions: int = 0
    is_final: bool = True
    last_held_on: date | None = None

    @classmethod
    def of(cls, bookings: Iterable[Booking], until: date) -> Standing:
        """Of the bookings of one guarantee whose last day is ``until``; a session after it does not count."""
        within = [one for one in bookings if one.status in ("booked", "held") and one.on <= until]
        held = [one.on for one in within if one.status == "held"]
        return cls(len(within), len(held) == len(within), max(held, default=None))
