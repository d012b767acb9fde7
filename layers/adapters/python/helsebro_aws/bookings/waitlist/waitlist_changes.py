"""The changes of a waitlist entry; each is ONE commit of the entry, the offered slot and the event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from helsebro.bookings.booking import Booking
from helsebro.bookings.waitlist.entry import WaitlistEntry
from helsebro.bookings.waitlist.refusals import NothingOffered
from helsebro.bookings.waitlist.slot_offer import SlotOffer
from helsebro.calendars.practitioner_week import week_of
from helsebro.calendars.slot import Slot
from helsebro.events import Event
from helsebro.guarantees.guarantee import Guarantee
from helsebro.ids import WaitlistId
from helsebro.network.practitioner import Practitioner
from helsebro.receipt import Receipt
from helsebro_aws.bookings.booking_changes import Beside, BookingChanges
from helsebro_aws.bookings.dynamo_holds import HoldLost
from helsebro_aws.bookings.guarantee_condition import good_for, to_wait
from helsebro_aws.bookings.waitlist.dynamo_waitlist import DynamoWaitlist, EntryChanged
from helsebro_aws.dynamodb.record import instant
from helsebro_aws.dynamodb.retry import retry_on_conflict
from helsebro_aws.dynamodb.tables import Check, Item, Operation, Put, Tables, tables
from helsebro_aws.guarantees.dynamo_guarantees import GuaranteeChanged
from helsebro_aws.guarantees.keys import guarantee_key
from helsebro_aws.platform import clock


class WaitlistChanges:
    """Stores entries, offers slots to them, and books what was offered."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on
        self.waitlist, self.bookings = DynamoWaitlist(on), BookingChanges(on)
        self.slots, self.weeks = self.bookings.slots, self.bookings.weeks

    def join(self, entry: WaitlistEntry, guarantee: Guarantee, receipt: Receipt) -> None:
        """Stores a new entry under a guarantee as it was read.

        Raises ``TooManyEntries``, and ``GuaranteeChanged`` when the guarantee may no longer serve the entry.
        """
        as_read = Check(
            self.waitlist.table,
            *guarantee_key(guarantee.guarantee_id),
            *to_wait(guarantee, entry.service),
            GuaranteeChanged(),
        )
        operations = [as_read, *self.waitlist.creation(entry)]
        self.tables.commit(
            operations, events=[_event("waitlist.joined", entry, entry.joined_at)], receipt=receipt
        )

    def offer(
        self,
        before: WaitlistEntry,
        after: WaitlistEntry,
        place: tuple[Slot, Practitioner],
        guarantee: Guarantee,
    ) -> None:
        """Stores an offer and holds its slot for the guarantee.

        Raises ``SlotTaken``, ``WeekIsFull``, ``clinic-takes-no-clients``, ``GuaranteeChanged``,
        ``EntryChanged``, ``HasAnOffer``, ``SlotLeft``.
        """
        slot, practitioner = place
        offer, at = after.present_offer(), clock.now()
        when, values = good_for(guarantee, slot)
        operations: list[Operation] = [
            self.slots.hold(slot, offer.hold_for(guarantee.guarantee_id), at),
            self.bookings.clinic_takes_clients(slot),
            *self.weeks.has_room(practitioner, week_of(practitioner, slot.starts_at)),
            Check(
                self.waitlist.table,
                *guarantee_key(guarantee.guarantee_id),
                when,
                values,
                GuaranteeChanged(),
            ),
            *self.waitlist.change(before, after),
        ]
        self.tables.commit(operations, events=[_event("waitlist.offered", after, at, offer)])

    def accept(
        self,
        before: WaitlistEntry,
        booking: Booking,
        place: tuple[Slot, Practitioner],
        guarantee: Guarantee,
        receipt: Receipt,
    ) -> None:
        """Books the offered slot and ends the entry.

        Raises the errors of ``BookingChanges.book``, and ``NothingOffered`` when the entry has changed.
        """
        after = before.booked(booking.booking_id, booking.booked_at)
        changes = self.waitlist.change(before, after, NothingOffered())
        beside = Beside(changes, [_event("waitlist.ended", after, booking.booked_at)])
        self.bookings.book(booking, place, guarantee, before.present_offer().hold_id, receipt, beside)

    def settle(
        self,
        before: WaitlistEntry,
        after: WaitlistEntry,
        receipt: Receipt | None = None,
        also: Sequence[Operation] = (),
    ) -> None:
        """Stores an entry that waits again, waits elsewhere or has ended, and frees the slot of its offer.

        Raises ``EntryChanged``.
        """
        if before == after:
            return self.tables.commit([], receipt=receipt)
        changes, events = [*self.waitlist.change(before, after), *also], self._events(before, after)
        release = self._release(before, after)
        try:
            self.tables.commit([*changes, *release], events=events, receipt=receipt)
        except HoldLost:
            # It expired and another guarantee has the slot, or it was booked or withdrawn.
            self.tables.commit(changes, events=events, receipt=receipt)
        return None

    def leave(self, waitlist_id: WaitlistId, acts: Sequence[Item] = ()) -> None:
        """Ends an entry for the member, and stores what was done under a mandate by that.

        One that has ended stays as it is. Raises ``NotFound``.
        """
        also = [Put(self.tables.settings.cases_table, dict(act)) for act in acts]

        def once() -> None:
            entry = self.waitlist.find(waitlist_id)
            if entry.is_open:
                self.settle(entry, entry.ended("withdrawn", clock.now()), also=also)

        retry_on_conflict(once, EntryChanged)

    def _release(self, before: WaitlistEntry, after: WaitlistEntry) -> list[Operation]:
        if before.offer is None or after.offer or after.status == "booked":
            return []
        return [self.slots.release_hold(before.offer.hold_for(before.guarantee_id), HoldLost())]

    def _events(self, before: WaitlistEntry, after: WaitlistEntry) -> Sequence[Event]:
        at, offer = clock.now(), before.offer
        if not after.is_open:
            return [_event("waitlist.ended", after, at, None if after.status == "booked" else offer)]
        if offer is None or after.offer:
            return []
        passed = _event("waitlist.passed", after, at, offer)
        gone = {"why": "slot-gone"} if after.has_lost_its_slot_since(before) else {}
        return [replace(passed, data={**passed.data, **gone})]


def _event(event_type: str, entry: WaitlistEntry, at: datetime, offer: SlotOffer | None = None) -> Event:
    """Returns an event of the entry; with the ``offer`` that was made, or whose slot it leaves to others."""
    data: dict[str, object] = {
        "waitlistId": entry.waitlist_id,
        "guaranteeId": entry.guarantee_id,
        "claimId": entry.claim_id,
    }
    if offer:
        data |= {"slotId": offer.slot_id, "practitionerId": offer.practitioner_id}
    if event_type == "waitlist.offered" and offer:
        data |= {"until": instant(offer.expires_at), "lateFrom": instant(offer.late_from)}
    if event_type == "waitlist.ended":
        data["why"] = entry.ended_because or "booked"
    return Event(event_type, at, entry.payer, data)
