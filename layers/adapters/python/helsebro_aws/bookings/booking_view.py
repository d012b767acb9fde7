"""A booking as answers show it to the person, to staff and to the clinic."""

from __future__ import annotations

from typing import Any

from helsebro.bookings.booking import Booking
from helsebro_aws.dynamodb.record import instant, to_item

SHOWN = (
    "bookingId",
    "guaranteeId",
    "claimId",
    "clinicId",
    "practitionerId",
    "slotId",
    "service",
    "startsAt",
    "endsAt",
    "status",
    "cancelledAt",
    "cancelledBy",
)


def shown(booking: Booking) -> dict[str, Any]:
    """Returns the booking without the person, because receipts store it too."""
    item = to_item(booking)
    view = {name: item[name] for name in SHOWN if name in item}
    if booking.status == "cancelled":
        view["lateCancellation"] = booking.late_cancellation
    return {**view, "bookedAt": instant(booking.booked_at)}
