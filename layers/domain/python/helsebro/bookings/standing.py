"""The standing of a guarantee, computed from its bookings."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from helsebro.bookings.booking import Booking
from helsebro.guarantees.standing import Standing


def standing_of(bookings: Iterable[Booking], until: date) -> Standing:
    """Returns the standing of a guarantee from all its bookings; a session after ``until`` does not count."""
    within = [booking for booking in bookings if booking.status in ("booked", "held") and booking.on <= until]
    held = [booking.on for booking in within if booking.status == "held"]
    return Standing(len(within), len(held) == len(within), max(held, default=None))
