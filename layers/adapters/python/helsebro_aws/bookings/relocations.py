"""Relocations: after a clinic has moved, bookings say where their sessions are now (F0-21)."""

from __future__ import annotations

from helsebro.bookings.booking import Booking, BookingClosed
from helsebro.errors import NotFound
from helsebro.events import Event
from helsebro.ids import BookingId, PractitionerId
from helsebro.network.practitioner import Practitioner
from helsebro_aws.bookings.dynamo_bookings import DynamoBookings, booking_item
from helsebro_aws.bookings.keys import booking_key
from helsebro_aws.calendars.dynamo_slots import KEPT, DynamoSlots
from helsebro_aws.dynamodb.retry import retry_on_conflict
from helsebro_aws.dynamodb.tables import Tables, Update, tables
from helsebro_aws.network.dynamo_practitioners import DynamoPractitioners
from helsebro_aws.platform import clock

CHANGED = ("address", "addressKey", "relocations", "relocatedAt")


class Relocations:
    """Relocates bookings. All is read as it is now, so a second run relocates nothing twice."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on
        self.practitioners, self.slots = DynamoPractitioners(on), DynamoSlots(on)
        self.bookings = DynamoBookings(on)

    def of(self, practitioner_id: PractitionerId) -> int:
        """Returns how many coming bookings of a practitioner are at another address than before."""
        try:
            practitioner = self.practitioners.find(practitioner_id)
        except NotFound:
            return 0
        at = clock.now()
        coming = self.slots.between(practitioner_id, at, at + KEPT)
        booked = [slot.booking_id for slot in coming if slot.status == "booked" and slot.booking_id]
        return sum(self._place(booking_id, practitioner) for booking_id in booked)

    def _place(self, booking_id: BookingId, practitioner: Practitioner) -> bool:
        def once() -> bool:
            before = self.bookings.find(booking_id)
            after = before.placed(practitioner, clock.now())
            if after == before:
                return False
            is_elsewhere = after.relocations > before.relocations
            self.tables.commit([self._change(before, after)], events=[_event(after)] if is_elsewhere else [])
            return is_elsewhere

        return retry_on_conflict(once, BookingClosed)

    def _change(self, before: Booking, after: Booking) -> Update:
        """Returns the operation that stores the place; ``BookingClosed`` when the booking has changed."""
        item = booking_item(after)
        return Update(
            self.bookings.table,
            *booking_key(before.booking_id),
            set={name: item[name] for name in CHANGED if name in item},
            remove=tuple(name for name in CHANGED if name not in item),
            when="#status = :booked AND #slotId = :before AND (attribute_not_exists(#relocations) "
            "OR #relocations = :times)",
            values={":booked": "booked", ":before": before.slot_id, ":times": before.relocations},
            otherwise=BookingClosed(),
        )


def _event(after: Booking) -> Event:
    """Returns the event for the member; the clinic moved itself, so it gets none."""
    data = {
        "bookingId": after.booking_id,
        "guaranteeId": after.guarantee_id,
        "claimId": after.claim_id,
        "practitionerId": after.practitioner_id,
        "slotId": after.slot_id,
    }
    return Event("booking.relocated", clock.now(), after.payer, data)
