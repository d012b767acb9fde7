"""Place in the course: which of a guarantee's sessions a booking is, by its day."""

from __future__ import annotations

from collections.abc import Iterable

from helsebro.bookings.booking import Booking
from helsebro.ids import BookingId


def places_by_day(bookings: Iterable[Booking]) -> dict[BookingId, int]:
    """Returns the place of each session of a guarantee that is booked or was held; the first is 1."""
    kept = [booking for booking in bookings if booking.status in ("booked", "held")]
    in_order = sorted(kept, key=lambda booking: (booking.starts_at, booking.booking_id))
    return {booking.booking_id: place for place, booking in enumerate(in_order, start=1)}
