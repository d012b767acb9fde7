"""The first consultation of a guarantee: its item names the booking, while that is booked or held (F0-09)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from helsebro.bookings.booking import Booking

MARK = "firstBookingId"


def named(bookings: Iterable[Booking]) -> dict[str, Any]:
    """Returns the attribute of a guarantee that names the first consultation among new bookings, if any."""
    first = next((each for each in bookings if each.service == "first"), None)
    return {MARK: first.booking_id} if first else {}


def given_back(booking: Booking) -> tuple[str, ...]:
    """Returns what leaves the guarantee when a session is cancelled or missed, so that it comes anew."""
    return (MARK,) if booking.service == "first" else ()
