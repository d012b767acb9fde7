"""A booking as answers show it to the person, to staff and to the clinic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helsebro.bookings.booking import Booking
from helsebro.bookings.owed_time import OwedTime
from helsebro_aws.dynamodb.record import instant, to_item

if TYPE_CHECKING:
    from helsebro_aws.bookings.booking_answer import BookingAnswer, OwedTimeAnswer


def shown(booking: Booking) -> BookingAnswer:
    """Returns the booking without the person, because receipts store it too."""
    view: BookingAnswer = {
        "bookingId": booking.booking_id,
        "guaranteeId": booking.guarantee_id,
        "claimId": booking.claim_id,
        "clinicId": booking.clinic_id,
        "practitionerId": booking.practitioner_id,
        "slotId": booking.slot_id,
        "service": booking.service,
        "startsAt": instant(booking.starts_at),
        "endsAt": instant(booking.ends_at),
        "status": booking.status,
        "bookedAt": instant(booking.booked_at),
        "noticeHours": booking.notice_hours,
        "lateFrom": instant(booking.late_from),
        "paidByMember": booking.is_paid_by_member,
    }
    if booking.address_key:
        view["addressKey"] = booking.address_key
    if booking.address:
        view["address"] = to_item(booking.address)
    if booking.cancelled_at:
        view["cancelledAt"] = instant(booking.cancelled_at)
    if booking.cancelled_by:
        view["cancelledBy"] = booking.cancelled_by
    if booking.reason:
        view["reason"] = booking.reason
    if booking.status == "cancelled":
        view["lateCancellation"] = booking.late_cancellation
    _add_moves(view, booking)
    return view


def _add_moves(view: BookingAnswer, booking: Booking) -> None:
    """Adds what a move changed, and what the member pays for."""
    if booking.moves:
        view["movedLate"] = booking.is_moved_late
    if booking.moved_from:
        view["movedFrom"] = instant(booking.moved_from)
    if booking.owed_times:
        view["owedTimes"] = [_owed(time) for time in booking.owed_times]


def _owed(time: OwedTime) -> OwedTimeAnswer:
    owed: OwedTimeAnswer = {"service": time.service, "because": time.because}
    return {**owed, "startsAt": instant(time.starts_at)} if time.starts_at else owed
