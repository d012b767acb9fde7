"""Freed slots: offers each slot that became free to the entry whose guarantee expires first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from helsebro.bookings.slot_cover import FirstSessionBooked, must_cover, must_offer
from helsebro.bookings.waitlist.entry import WaitlistEntry
from helsebro.bookings.waitlist.slot_offer import has_time_to_decide
from helsebro.calendars.practitioner_week import WeekIsFull
from helsebro.calendars.slot import Slot, SlotTaken
from helsebro.claims.consenting.passing_on import must_pass_on
from helsebro.errors import NotAllowed, NotFound, Refused
from helsebro.ids import PractitionerId, SlotId, WaitlistId
from helsebro.network.practitioner import Practitioner
from helsebro_aws.bookings.dynamo_bookings import DynamoBookings
from helsebro_aws.bookings.waitlist.dynamo_waitlist import DynamoWaitlist, EntryChanged, HasAnOffer, SlotLeft
from helsebro_aws.bookings.waitlist.keys import lines_at, place_in_line
from helsebro_aws.bookings.waitlist.waitlist_changes import WaitlistChanges
from helsebro_aws.calendars.dynamo_free_slots import DynamoFreeSlots
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.guarantees.dynamo_guarantees import GuaranteeChanged
from helsebro_aws.network.dynamo_clinics import DynamoClinics
from helsebro_aws.network.dynamo_practitioners import DynamoPractitioners
from helsebro_aws.platform import clock

MOST_SLOTS = 200
"""The most free slots of a practitioner that one run looks at; a clinic publishes no more at once."""
OF_THE_SLOT = (SlotTaken, WeekIsFull)
"""The refusals after which no other entry can get the slot either."""
OF_THE_ENTRY = (EntryChanged, GuaranteeChanged, HasAnOffer, NotAllowed, NotFound, Refused)
"""The refusals after which the slot is offered to the next entry."""


class FreedSlots:
    """Offers slots of practitioners. All is read as it is now, so a second run offers nothing twice."""

    def __init__(self, on: Tables = tables) -> None:
        self.waitlist, self.changes = DynamoWaitlist(on), WaitlistChanges(on)
        self.bookings, self.free_slots = DynamoBookings(on), DynamoFreeSlots(on)
        self.practitioners, self.clinics = DynamoPractitioners(on), DynamoClinics(on)

    def offer_of(self, practitioner_id: PractitionerId, named: SlotId | None = None) -> int:
        """Offers the free slots of a practitioner, with the one that is named; returns how many it offered.

        It reads no calendar while no one waits.
        """
        try:
            practitioner = self.practitioners.find(practitioner_id)
        except NotFound:
            return 0
        lines = [line for line in lines_at(practitioner) if self.waitlist.has_entries(line)]
        at = clock.now()
        slots = self._free(practitioner, named, at) if lines else []
        waiting = self._waiting(lines, practitioner, slots) if slots else []
        past_first: set[WaitlistId] = set()
        return sum(self._offer_slot(slot, practitioner, (waiting, past_first), at) for slot in slots)

    def _free(self, practitioner: Practitioner, named: SlotId | None, at: datetime) -> list[Slot]:
        first, _ = self.free_slots.page(practitioner, (at, None), at, limit=MOST_SLOTS)
        # The listing may not have it yet, or has many free slots before it.
        found = {slot.slot_id: slot for slot in self.changes.slots.find_many([named] if named else [])}
        found |= {slot.slot_id: slot for slot in first if slot.slot_id not in found}
        return [slot for slot in found.values() if slot.is_available(at) and has_time_to_decide(slot, at)]

    def _waiting(
        self, lines: Sequence[str], practitioner: Practitioner, slots: Sequence[Slot]
    ) -> list[WaitlistEntry]:
        """Returns the entries that want one of the slots, from all lines, in their common order."""

        def wants_one(entry: WaitlistEntry) -> bool:
            return any(_fits(entry, slot, practitioner) for slot in slots)

        found = [entry for line in lines for entry in self.waitlist.in_line(line, wants_one)]
        return sorted(found, key=place_in_line)

    def _offer_slot(
        self,
        slot: Slot,
        practitioner: Practitioner,
        line: tuple[list[WaitlistEntry], set[WaitlistId]],
        at: datetime,
    ) -> int:
        """Offers a slot to the first entry that may have it, and takes those it tried out of the line.

        The line is who waits, and who of them has had the first consultation: they wait for a follow-up.
        """
        waiting, past_first = line
        for entry in [entry for entry in waiting if _fits(entry, slot, practitioner)]:
            if slot.service == "first" and entry.waitlist_id in past_first:
                continue
            try:
                self._offer(entry, slot, practitioner, at)
            except OF_THE_SLOT:
                return 0
            except FirstSessionBooked:
                past_first.add(entry.waitlist_id)
                continue
            except SlotLeft:
                # It waits for another slot: this one was offered under its guarantee before.
                continue
            except OF_THE_ENTRY:
                waiting.remove(entry)
                continue
            waiting.remove(entry)
            return 1
        return 0

    def _offer(self, entry: WaitlistEntry, slot: Slot, practitioner: Practitioner, at: datetime) -> None:
        claim, guarantee = self.bookings.case_of(entry.guarantee_id)
        must_pass_on(claim, slot.clinic_id)
        must_offer(practitioner, guarantee, slot)
        must_cover(guarantee, slot)
        notice_hours = self.clinics.notice_hours(slot.clinic_id)
        after = entry.offered(slot, at, clock.randomness(), notice_hours)
        self.changes.offer(entry, after, (slot, practitioner), guarantee)


def _fits(entry: WaitlistEntry, slot: Slot, practitioner: Practitioner) -> bool:
    postcode = practitioner.address_at(slot.address_key).postcode
    return entry.fits(slot, postcode, practitioner.opened_at(slot.starts_at))
