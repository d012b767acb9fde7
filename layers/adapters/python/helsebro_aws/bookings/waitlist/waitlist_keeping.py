"""Waitlist keeping: what an event means for the waitlist (``bookings.waitlist.occasions``).

All is read as it is now, so an event that comes twice, late or out of order changes nothing wrongly.
"""

from __future__ import annotations

from helsebro.bookings.waitlist.entry import WaitlistEntry
from helsebro.bookings.waitlist.occasions import (
    CALENDAR_CHANGED,
    ENTRY_FOLLOWS,
    OFFER_CLOCK,
    SLOT_FREED,
    TIME_UP,
    WINDOW_CLOCK,
)
from helsebro.bookings.waitlist.slot_offer import SlotOffer
from helsebro.calendars.slot import Slot
from helsebro.errors import NotFound
from helsebro.ids import BookingId, ClaimId, PractitionerId, SlotId, WaitlistId
from helsebro.network.practitioner import Practitioner
from helsebro.occurrence import Occurrence
from helsebro_aws.bookings.dynamo_bookings import DynamoBookings
from helsebro_aws.bookings.waitlist.dynamo_waitlist import DynamoWaitlist, EntryChanged
from helsebro_aws.bookings.waitlist.freed_slots import FreedSlots
from helsebro_aws.bookings.waitlist.vain_holds import VainHolds
from helsebro_aws.bookings.waitlist.waitlist_changes import WaitlistChanges
from helsebro_aws.dynamodb.retry import retry_on_conflict
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.platform import clock


class WaitlistKeeping:
    """Keeps the waitlist; each method returns how many entries it changed."""

    def __init__(self, on: Tables = tables) -> None:
        self.waitlist, self.changes = DynamoWaitlist(on), WaitlistChanges(on)
        self.freed, self.bookings = FreedSlots(on), DynamoBookings(on)
        self.vain_holds = VainHolds(on)

    def keep(self, event: Occurrence) -> int:
        """Does what an event asks for."""
        followed = self._follow(event) + self._free_held(event) if event.type in ENTRY_FOLLOWS else 0
        followed += self._look_at_practitioner(event) if event.type in CALENDAR_CHANGED else 0
        offered = self._offer(event) if event.type in SLOT_FREED else 0
        return followed + offered + (self._time_up(event) if event.type == TIME_UP else 0)

    def _offer(self, event: Occurrence) -> int:
        """Offers the slots of the practitioner of an event; an entry that ended without an offer has none."""
        practitioner_id, slot_id = event.data.get("practitionerId"), event.data.get("slotId")
        if not practitioner_id:
            return 0
        return self.freed.offer_of(
            PractitionerId(str(practitioner_id)), SlotId(str(slot_id)) if slot_id else None
        )

    def _look_at_practitioner(self, event: Occurrence) -> int:
        """Takes back the offers of slots that are gone, and ends the entries that wait in vain."""
        practitioner_id = PractitionerId(str(event.data["practitionerId"]))
        known = self.waitlist.offered_at(practitioner_id)
        if event.type == "practitioner.ended":
            known += self.waitlist.waiting_at(practitioner_id)
        if not known:
            return 0
        practitioner = self.freed.practitioners.find(practitioner_id)
        return sum(self._look_at(entry, practitioner) for entry in known)

    def _look_at(self, known: WaitlistEntry, practitioner: Practitioner) -> int:
        def once() -> int:
            entry = self.waitlist.find(known.waitlist_id)
            after = entry.at_practitioner(practitioner, clock.now())
            if after.is_open and after.offer and self._is_gone(after.offer, practitioner, after.treatment):
                after = after.without_offer()
            return self._settle(entry, after)

        return retry_on_conflict(once, EntryChanged)

    def _is_gone(self, offer: SlotOffer, practitioner: Practitioner, treatment: str) -> bool:
        if offer.practitioner_id != practitioner.practitioner_id:
            return False
        return offer.is_gone(self.changes.slots.find(offer.slot_id), practitioner, treatment)

    def _follow(self, event: Occurrence) -> int:
        claim_id = ClaimId(str(event.data["claimId"]))
        return sum(self._follow_one(entry) for entry in self.waitlist.open_of_claim(claim_id))

    def _free_held(self, event: Occurrence) -> int:
        """Offers the slots that the members of the case can no longer book, and held."""
        freed = self.vain_holds.release(ClaimId(str(event.data["claimId"])))
        return sum(self.freed.offer_of(slot.practitioner_id, slot.slot_id) for slot in freed)

    def _follow_one(self, known: WaitlistEntry) -> int:
        def once() -> int:
            entry = self.waitlist.find(known.waitlist_id)
            return self._settle(entry, self._after(entry))

        return retry_on_conflict(once, EntryChanged)

    def _after(self, entry: WaitlistEntry) -> WaitlistEntry:
        at, slot = clock.now(), self._offered_slot(entry)
        if slot and (booking_id := self._own_booking(entry, slot)):
            return entry.booked(booking_id, at)
        claim, guarantee = self.bookings.case_of(entry.guarantee_id)
        return entry.following(guarantee, at, has_consent=claim.consent == "given")

    def _offered_slot(self, entry: WaitlistEntry) -> Slot | None:
        return self.changes.slots.find(entry.offer.slot_id) if entry.is_open and entry.offer else None

    def _own_booking(self, entry: WaitlistEntry, slot: Slot) -> BookingId | None:
        """Returns the booking by which the member took the offered slot as any other.

        The slot says so, and not the event: that may come late, when the booking was cancelled or moved and
        the slot is offered anew.
        """
        if slot.booking_id is None:
            return None
        is_own = self.bookings.find(slot.booking_id).guarantee_id == entry.guarantee_id
        return slot.booking_id if is_own else None

    def _time_up(self, event: Occurrence) -> int:
        clock_kind = str(event.data["kind"])
        if clock_kind not in (OFFER_CLOCK, WINDOW_CLOCK):
            return 0

        def once() -> int:
            entry = self.waitlist.find(WaitlistId(str(event.data["waitlistId"])))
            return self._settle(entry, self._after_its_time(entry, clock_kind))

        try:
            return retry_on_conflict(once, EntryChanged)
        except NotFound:
            # Ended entries are removed after a while.
            return 0

    def _after_its_time(self, entry: WaitlistEntry, clock_kind: str) -> WaitlistEntry:
        at = clock.now()
        if not entry.is_open:
            return entry
        slot = self._offered_slot(entry)
        if slot and (booking_id := self._own_booking(entry, slot)):
            return entry.booked(booking_id, at)
        if clock_kind == WINDOW_CLOCK:
            return entry.ended("window-over", at)
        if slot is None or entry.offer is None or entry.offer.is_open(at):
            return entry
        return entry.passed_on(at) if entry.offer.still_holds(slot) else entry.without_offer()

    def _settle(self, before: WaitlistEntry, after: WaitlistEntry) -> int:
        if before == after:
            return 0
        self.changes.settle(before, after)
        return 1
