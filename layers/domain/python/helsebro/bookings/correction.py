"""Correction: a clinic's last word on whether a session was held, after it had reported the opposite.

An accepted invoice is the clinic's own word that the session was held: its credit note comes first.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Literal

from helsebro.bookings.booking import Booking, BookingClosed
from helsebro.errors import Conflict


class SessionInvoiced(Conflict):
    """The session is charged for by an accepted invoice, so it was held until a credit note credits it."""

    code = "session-invoiced"


def corrected(
    booking: Booking, status: Literal["held", "missed"], said_at: datetime, at: datetime
) -> Booking:
    """Returns the booking held or missed, as the clinic says at ``said_at``; it is stored ``at`` an instant.

    One that is so already keeps the time, so that an older word that comes late counts no more. One that was
    not reported yet is reported. Raises ``BookingClosed`` for a cancelled one, ``SessionInvoiced`` and
    ``SessionNotBegun``.
    """
    if booking.status == "booked":
        return replace(booking.report(status, at), corrected_at=said_at)
    if booking.status == "cancelled":
        raise BookingClosed(bookingStatus=booking.status)
    if booking.status == status:
        return replace(booking, corrected_at=said_at)
    if booking.invoiced_by:
        raise SessionInvoiced()
    times = booking.corrections + 1
    return replace(booking, status=status, reported_at=at, corrected_at=said_at, corrections=times)


def cause_of(booking: Booking) -> str:
    """Returns the id under which the ledger of money books what the booking causes: another after each
    correction, since no entry is booked twice.
    """
    return f"{booking.booking_id}:{booking.corrections}" if booking.corrections else booking.booking_id


def booking_in(cause_id: str) -> str:
    """Returns the id of the booking that a cause is of."""
    return cause_id.partition(":")[0]
