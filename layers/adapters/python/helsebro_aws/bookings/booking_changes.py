"""The changes of a booking; each is ONE commit of booking, slot, guarantee and event.

Conditions on the items make sure that no two bookings share a slot and that no guarantee is booked beyond its
sessions, also when many call at once or a function is killed at any point (promises 1, 2, 4, 6).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from helsebro.bookings.booking import Booking, BookingClosed, why_not
from helsebro.calendars.slot import Slot, SlotTaken
from helsebro.errors import Conflict, Refused
from helsebro.events import Event
from helsebro.guarantees.guarantee import Guarantee
from helsebro.receipt import Receipt
from helsebro_aws.bookings.dynamo_bookings import DynamoBookings, booking_item
from helsebro_aws.bookings.guarantee_condition import good_for
from helsebro_aws.bookings.keys import booking_key
from helsebro_aws.calendars.dynamo_slots import DynamoSlots, shown
from helsebro_aws.dynamodb.tables import Busy, Check, Operation, Tables, Update, tables
from helsebro_aws.guarantees import dynamo_references
from helsebro_aws.guarantees.dynamo_guarantees import GuaranteeChanged
from helsebro_aws.guarantees.keys import guarantee_key
from helsebro_aws.identity.keys import clinic_key
from helsebro_aws.platform import clock


class BookingChanges:
    """Books, moves, cancels and reports sessions on DynamoDB."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on
        self.slots = DynamoSlots(on)
        self.bookings = DynamoBookings(on)

    @property
    def table(self) -> str:
        """The table's name."""
        return self.tables.settings.cases_table

    def book(
        self, booking: Booking, slot: Slot, guarantee: Guarantee, hold_id: str | None, receipt: Receipt
    ) -> None:
        """Books the slot under the guarantee; the first booking binds it to the clinic and practitioner.

        Raises ``SlotTaken`` with ``nextSlots``, or the reason why the guarantee no longer covers the slot.
        """
        at = clock.now()
        when, values = good_for(guarantee, slot)
        counted = Update(
            self.table,
            *guarantee_key(guarantee.guarantee_id),
            set={"clinicId": slot.clinic_id, "practitionerId": slot.practitioner_id},
            add={"sessionsBooked": 1},
            when=when,
            values=values,
            otherwise=GuaranteeChanged(),
        )
        operations: list[Operation] = [
            counted,
            self.slots.book(slot, guarantee.guarantee_id, booking.booking_id, at, hold_id),
            self._clinic_takes_clients(slot),
            *self.bookings.creation(booking),
        ]
        self.commit_for(operations, slot, guarantee, [_event("booking.created", booking, at)], receipt)

    def move(
        self, before: Booking, after: Booking, slot: Slot, guarantee: Guarantee, receipt: Receipt
    ) -> None:
        """Moves a booking to another slot and frees the old one. Raises the same errors as ``book``."""
        at = clock.now()
        when, values = good_for(guarantee, slot, one_more=False)
        operations: list[Operation] = [
            Check(self.table, *guarantee_key(guarantee.guarantee_id), when, values, GuaranteeChanged()),
            self.slots.book(slot, guarantee.guarantee_id, after.booking_id, at),
            self._clinic_takes_clients(slot),
            self.slots.release(before.slot_id, before.booking_id),
            self.change(before, after),
        ]
        self.commit_for(operations, slot, guarantee, [_event("booking.rescheduled", after, at)], receipt)

    def cancel(self, before: Booking, after: Booking, event: str, receipt: Receipt) -> None:
        """Cancels a booking and gives its session back; frees the slot unless the clinic cancelled.

        Raises ``BookingClosed`` when the booking has changed since it was read.
        """
        if before == after:
            return self.tables.commit([], receipt=receipt)
        withdraw = after.cancelled_by == "clinic"
        operations: list[Operation] = [
            self.change(before, after),
            self.slots.release(before.slot_id, before.booking_id, withdraw=withdraw),
            self.count(before, "sessionsBooked", -1),
        ]
        return self.tables.commit(operations, events=[_event(event, after, clock.now())], receipt=receipt)

    def report(self, before: Booking, after: Booking, event: str, receipt: Receipt) -> None:
        """Stores a session as held, which uses it, or as missed, which gives it back (F0-28).

        Raises ``BookingClosed`` when the booking has changed since it was read.
        """
        if before == after:
            return self.tables.commit([], receipt=receipt)
        operations: list[Operation] = [self.change(before, after)]
        if after.status == "held":
            operations += [
                self.count(before, "sessionsUsed", 1),
                dynamo_references.used(self.table, before.case_reference),
            ]
        else:
            operations.append(self.count(before, "sessionsBooked", -1))
        return self.tables.commit(operations, events=[_event(event, after, clock.now())], receipt=receipt)

    def change(self, before: Booking, after: Booking) -> Update:
        """Returns the operation that stores a changed booking.

        It fails with ``BookingClosed`` unless the booking is still booked in the slot that was read.
        """
        attributes = {name: value for name, value in booking_item(after).items() if name not in {"pk", "sk"}}
        return Update(
            self.table,
            *booking_key(before.booking_id),
            set=attributes,
            when="#status = :booked AND #slotId = :before",
            values={":booked": "booked", ":before": before.slot_id},
            otherwise=BookingClosed(),
        )

    def count(self, booking: Booking, name: str, by: int) -> Update:
        """Returns the operation that adds ``by`` to a session count of the booking's guarantee."""
        return Update(self.table, *guarantee_key(booking.guarantee_id), add={name: by})

    def commit_for(
        self,
        operations: Sequence[Operation],
        slot: Slot,
        guarantee: Guarantee,
        events: Sequence[Event],
        receipt: Receipt,
    ) -> None:
        """Commits operations that take a slot under a guarantee; finds the reason when they fail.

        Raises ``SlotTaken`` with ``nextSlots``, and the errors of ``helsebro.bookings.booking.why_not``.
        """
        try:
            self.tables.commit(operations, events=events, receipt=receipt)
        except SlotTaken:
            raise self.taken(slot) from None
        except GuaranteeChanged:
            _, now = self.bookings.case_of(guarantee.guarantee_id)
            raise why_not(now, slot) or Conflict() from None
        except Busy:
            # Many callers wanted the slot at once: say so when another booking has taken it.
            if self.slots.find(slot.slot_id).is_free(clock.now(), guarantee.guarantee_id):
                raise
            raise self.taken(slot) from None

    def taken(self, slot: Slot) -> SlotTaken:
        """Returns the error that the slot is taken, with the next free slots."""
        return SlotTaken(nextSlots=shown(self.slots.next_free(slot, clock.now())))

    def _clinic_takes_clients(self, slot: Slot) -> Check:
        values = {":active": "active"}
        gone = Refused("clinic-takes-no-clients")
        return Check(self.slots.table, *clinic_key(slot.clinic_id), "#status = :active", values, gone)


def _event(kind: str, booking: Booking, at: datetime) -> Event:
    data = {
        "bookingId": booking.booking_id,
        "guaranteeId": booking.guarantee_id,
        "claimId": booking.claim_id,
        "practitionerId": booking.practitioner_id,
        "slotId": booking.slot_id,
    }
    return Event(kind, at, booking.payer, data, booking.clinic_id)
