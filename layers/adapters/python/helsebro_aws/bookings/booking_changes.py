"""The changes of a booking; each is ONE commit of booking, slot, guarantee and event.

Conditions on the items make sure that no two bookings share a slot and that no guarantee is booked beyond its
sessions, also when many call at once or a function is killed at any point (promises 1, 2, 4, 6).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from helsebro.bookings import reserved_money
from helsebro.bookings.booking import Booking, BookingClosed
from helsebro.bookings.slot_cover import FirstSessionBooked, why_not
from helsebro.calendars.slot import Slot, SlotTaken
from helsebro.errors import Conflict, HelsebroError, Refused
from helsebro.events import Event
from helsebro.guarantees.guarantee import Guarantee
from helsebro.local_day import local_day
from helsebro.network.practitioner import Practitioner
from helsebro.receipt import Receipt
from helsebro_aws.bookings import first_session
from helsebro_aws.bookings.dynamo_bookings import DynamoBookings, booking_item
from helsebro_aws.bookings.guarantee_condition import good_for
from helsebro_aws.bookings.keys import booking_key
from helsebro_aws.calendars.dynamo_free_slots import DynamoFreeSlots
from helsebro_aws.calendars.dynamo_slots import DynamoSlots, shown
from helsebro_aws.calendars.dynamo_weeks import DynamoWeeks
from helsebro_aws.dynamodb.record import instant
from helsebro_aws.dynamodb.tables import Busy, Check, Operation, Tables, Update, tables
from helsebro_aws.guarantees import dynamo_references
from helsebro_aws.guarantees.clients import clinic_listing
from helsebro_aws.guarantees.dynamo_guarantees import GuaranteeChanged, binding
from helsebro_aws.guarantees.keys import guarantee_key
from helsebro_aws.network.active_clinic import active_clinic
from helsebro_aws.payments.ledger.entries import entry_operations
from helsebro_aws.platform import clock


@dataclass(frozen=True)
class Beside:
    """What is stored and published in the commit of a booking, beside the booking itself."""

    operations: Sequence[Operation] = ()
    events: Sequence[Event] = ()


ALONE = Beside()


class BookingChanges:
    """Books, moves, cancels and reports sessions on DynamoDB."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on
        self.slots, self.free_slots = DynamoSlots(on), DynamoFreeSlots(on)
        self.weeks = DynamoWeeks(on)
        self.bookings = DynamoBookings(on)

    @property
    def table(self) -> str:
        """The table's name."""
        return self.tables.settings.cases_table

    def book(
        self,
        booking: Booking,
        place: tuple[Slot, Practitioner],
        guarantee: Guarantee,
        hold_id: str | None,
        receipt: Receipt,
        beside: Beside = ALONE,
    ) -> None:
        """Books the slot under the guarantee; the first booking binds it to the clinic and practitioner.

        ``beside`` is stored in the same commit. Raises ``SlotTaken`` with ``nextSlots``, ``WeekIsFull``, or
        the reason why the guarantee no longer covers the slot.
        """
        slot, practitioner = place
        at = clock.now()
        when, values = good_for(guarantee, slot)
        counted = Update(
            self.table,
            *guarantee_key(guarantee.guarantee_id),
            set={
                **binding(guarantee.guarantee_id, slot.clinic_id, slot.practitioner_id),
                **first_session.named([booking]),
            },
            add={"sessionsBooked": 1},
            when=when,
            values=values,
            otherwise=GuaranteeChanged(),
        )
        operations: list[Operation] = [
            counted,
            *clinic_listing.rebound(self.table, guarantee, slot.clinic_id),
            self.slots.book(slot, guarantee.guarantee_id, booking.booking_id, at, hold_id),
            self.clinic_takes_clients(slot),
            *self._take_week(booking.week, practitioner, slot),
            *self.bookings.creation(booking),
            *entry_operations(reserved_money.of_booking(booking), self.tables),
            *self.beginning(guarantee),
            *beside.operations,
        ]
        events = [booking_event("booking.created", booking, at), *beside.events]
        self.commit_for(operations, slot, guarantee, events, receipt)

    def move(
        self,
        before: Booking,
        after: Booking,
        place: tuple[Slot, Practitioner],
        guarantee: Guarantee,
        receipt: Receipt,
    ) -> None:
        """Moves a booking to another slot and frees the old one. Raises the same errors as ``book``."""
        slot, practitioner = place
        at = clock.now()
        operations: list[Operation] = [
            self._moved_under(guarantee, before, after, slot),
            self.slots.book(slot, guarantee.guarantee_id, after.booking_id, at),
            self.clinic_takes_clients(slot),
            self.slots.release(before.slot_id, before.booking_id),
            self.change(before, after),
        ]
        if before.week != after.week:
            operations += [*self._take_week(after.week, practitioner, slot), *self._give_week_back(before)]
        self.commit_for(
            operations, slot, guarantee, [booking_event("booking.rescheduled", after, at)], receipt
        )

    def _moved_under(
        self, guarantee: Guarantee, before: Booking, after: Booking, slot: Slot
    ) -> Check | Update:
        """Returns the operation by which the guarantee allows a move, and knows its first consultation."""
        is_first = before.service == "first"
        when, values = good_for(guarantee, slot, one_more=False, first_moves=is_first)
        key = guarantee_key(guarantee.guarantee_id)
        if before.service == after.service:
            return Check(self.table, *key, when, values, GuaranteeChanged())
        return Update(
            self.table,
            *key,
            set=first_session.named([after]),
            remove=first_session.given_back(before),
            when=when,
            values=values,
            otherwise=GuaranteeChanged(),
        )

    def cancel(self, before: Booking, after: Booking, event: str, receipt: Receipt | None = None) -> None:
        """Cancels a booking and gives its session back; frees the slot unless the clinic cancelled.

        Raises ``BookingClosed`` when the booking has changed since it was read.
        """
        if before == after:
            return self.tables.commit([], receipt=receipt)
        withdraw = after.cancelled_by == "clinic"
        operations: list[Operation] = [
            self.change(before, after),
            self.slots.release(before.slot_id, before.booking_id, withdraw=withdraw),
            *self._given_back(before),
            *self._give_week_back(before),
        ]
        return self.tables.commit(
            operations, events=[booking_event(event, after, clock.now())], receipt=receipt
        )

    def report(self, before: Booking, after: Booking, event: str, receipt: Receipt) -> None:
        """Stores a session as held, which uses it, or as missed, which gives it back (F0-28).

        Raises ``BookingClosed`` when the booking has changed since it was read.
        """
        if before == after:
            return self.tables.commit([], receipt=receipt)
        operations: list[Operation] = [self.change(before, after)]
        if after.status == "held":
            operations += [
                self._held(before),
                dynamo_references.used(self.table, before.case_reference),
            ]
        else:
            operations += self._given_back(before)
        return self.tables.commit(
            operations, events=[booking_event(event, after, clock.now())], receipt=receipt
        )

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

    def _held(self, booking: Booking) -> Update:
        """Returns the operation that counts a held session; the first that is reported begins the course."""
        begun = {"begunOn": local_day(booking.starts_at, booking.country).isoformat()}
        return Update(self.table, *guarantee_key(booking.guarantee_id), add={"sessionsUsed": 1}, once=begun)

    def _given_back(self, booking: Booking) -> list[Operation]:
        """Returns the operations that give the guarantee its session back, and end its reservation."""
        counted = Update(
            self.table,
            *guarantee_key(booking.guarantee_id),
            add={"sessionsBooked": -1},
            remove=first_session.given_back(booking),
        )
        ended = reserved_money.of_end(booking, clock.now())
        return [counted, *entry_operations(ended, self.tables)]

    def clinic_takes_clients(self, slot: Slot) -> Check:
        """Returns the operation that fails with ``clinic-takes-no-clients`` unless the slot's clinic does."""
        return active_clinic(self.slots.table, slot.clinic_id, Refused("clinic-takes-no-clients"))

    def commit_for(
        self,
        operations: Sequence[Operation],
        slot: Slot,
        guarantee: Guarantee,
        events: Sequence[Event],
        receipt: Receipt,
    ) -> None:
        """Commits operations that take a slot under a guarantee; finds the reason when they fail.

        Raises ``SlotTaken`` with ``nextSlots``, and the errors of ``helsebro.bookings.slot_cover.why_not``.
        """
        try:
            self.tables.commit(operations, events=events, receipt=receipt)
        except SlotTaken:
            raise self.taken(slot) from None
        except GuaranteeChanged:
            _, now = self.bookings.case_of(guarantee.guarantee_id)
            raise self._why_not(now, slot) from None
        except Busy:
            # Many callers wanted the slot at once: say so when another booking has taken it.
            if self._as_it_is(slot).is_free(clock.now(), guarantee.guarantee_id):
                raise
            raise self.taken(slot) from None

    def _why_not(self, guarantee: Guarantee, slot: Slot) -> HelsebroError:
        refusal = why_not(guarantee, slot)
        is_open = refusal is None or isinstance(refusal, FirstSessionBooked)
        if is_open and self._as_it_is(slot).booking_id:
            # Another call under the guarantee has booked this very slot, before this one read it or since.
            return self.taken(slot)
        return refusal or Conflict()

    def _as_it_is(self, slot: Slot) -> Slot:
        """Returns the slot as it is now, by the read that whoever books may make."""
        return self.slots.with_practitioner(slot.slot_id)[0]

    def beginning(self, guarantee: Guarantee) -> list[Operation]:
        """Returns the operations by which the public check shows no last day to begin any more."""
        return [dynamo_references.begun(self.table, guarantee)] if guarantee.begin_by else []

    def taken(self, slot: Slot) -> SlotTaken:
        """Returns the error that the slot is taken, with the next free slots."""
        return SlotTaken(nextSlots=shown(self.free_slots.instead_of(slot, clock.now())))

    def _take_week(self, week: str | None, practitioner: Practitioner, slot: Slot) -> list[Update]:
        return [self.weeks.take(practitioner, week, slot)] if week else []

    def _give_week_back(self, booking: Booking) -> list[Update]:
        return [self.weeks.give_back(booking.practitioner_id, booking.week)] if booking.week else []


def booking_event(kind: str, booking: Booking, at: datetime) -> Event:
    """Returns the event of a booking, for its clinic."""
    data: dict[str, Any] = {
        "bookingId": booking.booking_id,
        "guaranteeId": booking.guarantee_id,
        "claimId": booking.claim_id,
        "practitionerId": booking.practitioner_id,
        "slotId": booking.slot_id,
        "links": {"booking": f"/v1/bookings/{booking.booking_id}"},
    }
    if kind == "booking.rescheduled":
        data["movedLate"] = booking.is_moved_late
        if booking.moved_from:
            data["movedFrom"] = instant(booking.moved_from)
    return Event(kind, at, booking.payer, data, booking.clinic_id)
