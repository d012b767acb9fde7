"""Purpose: how long a clinic may read who a client is and what is treated (GDPR, article 5(1)(b) and (e)).

It may as long as a session of the course is to come, and after the last one for as long as it must keep its
journal. Once every session is cancelled, the clinic has nothing to do with the client.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from helsebro.bookings.booking import Booking
from helsebro.country_profile import profile


def serves(course: Iterable[Booking], treatment: str, today: date) -> bool:
    """Returns whether the bookings of a course at one clinic still let it read the client on that day."""
    return any(today <= last_day(booking, treatment) for booking in course if booking.status != "cancelled")


def last_day(booking: Booking, treatment: str) -> date:
    """Returns the last day on which a booking lets the clinic read the client, unless it is cancelled."""
    years = profile(booking.country).documentation.years_of(treatment)
    return _years_after(booking.on, years)


def _years_after(day: date, years: int) -> date:
    is_leap_day = (day.month, day.day) == (2, 29)
    return date(day.year + years, 3, 1) if is_leap_day else day.replace(year=day.year + years)
