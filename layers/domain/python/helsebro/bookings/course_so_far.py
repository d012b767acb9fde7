"""Course so far (forløb indtil nu): what a caseworker looks at before more is granted (F1-25)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from helsebro.bookings.booking import Booking, BookingStatus
from helsebro.guarantees.guarantee import Guarantee
from helsebro.local_day import local_day


@dataclass(frozen=True)
class CourseSoFar:
    """The local days of the sessions under a guarantee, each in order, and what is left of it."""

    held: tuple[date, ...]
    missed: tuple[date, ...]
    booked: tuple[date, ...]
    granted: int
    left: int
    valid_until: date

    @classmethod
    def under(cls, guarantee: Guarantee, bookings: Iterable[Booking]) -> CourseSoFar:
        """Returns the course of the bookings made under a guarantee; a cancelled one is left out."""
        known = sorted(bookings, key=lambda booking: booking.starts_at)

        def days(status: BookingStatus) -> tuple[date, ...]:
            return tuple(local_day(each.starts_at, each.country) for each in known if each.status == status)

        return cls(
            days("held"),
            days("missed"),
            days("booked"),
            guarantee.sessions_granted,
            guarantee.sessions_left,
            guarantee.valid_until,
        )
