"""A booking as it is shown to the person, to staff and to the clinic."""

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
    """The booking without the person: it goes into receipts and answers alike."""
    item = to_item(booking)
    told = {name: item[name] for name in SHOWN if name in item}
    if booking.status == "cancelled":
        told["lateCancellation"] = booking.late_cancellation
    return {**told, "bookedAt": instant(booking.booked_at)}
