"""The model of the waitlist: who waits, what is offered to whom, and how an entry ends."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from helsebro.bookings.waitlist.entry import MOST_OFFERS, MOST_OPEN
from helsebro.bookings.waitlist.occasions import (
    CALENDAR_CHANGED,
    ENTRY_FOLLOWS,
    SLOT_FREED,
    TIME_UP,
    WINDOW_CLOCK,
)
from helsebro.bookings.waitlist.refusals import OfferWithdrawn
from helsebro.ids import SlotId, WaitlistId
from tests.promises.booking_states.facts import EntryFacts, HoldFacts, SlotFacts
from tests.promises.booking_states.model import Model

OFFERED_FOR = timedelta(minutes=30)
Event = Mapping[str, Any]
Made = Mapping[WaitlistId, tuple[SlotId, str, datetime]]
"""The offers that stand in the tables: of each entry the slot, the hold and when it expires."""


@dataclass
class Line(Model):
    """The model with its waitlist."""

    # What members do

    def against_joining(self, who: int, latest: Any, service: str | None) -> str:
        """A member waits until a day for a session of a kind, or of any."""
        known = self.guarantees[who]
        refusal = known.against(latest)
        if not known.is_revoked:
            refusal = known.against_first(service) or refusal
        is_full = sum(entry.is_open for entry in self.entries_of(who)) >= MOST_OPEN
        return refusal or ("waitlist-too-many-entries" if is_full else "")

    def against_choosing(self, entry: EntryFacts) -> str:
        """A member declines an offer."""
        if not entry.is_open:
            return "waitlist-entry-closed"
        return "" if entry.offer else "waitlist-nothing-offered"

    def against_accepting(self, entry: EntryFacts, at: datetime) -> str:
        """A member accepts an offer: the slot is kept for it, or is free."""
        refusal = self.against_choosing(entry)
        if refusal or entry.offer is None:
            return refusal
        slot, hold = entry.offer
        if hold.until <= at:
            return "waitlist-offer-expired"
        if entry.has_lost_its_slot and not slot.is_available(at):
            return OfferWithdrawn.code
        if slot.status == "booked":
            return "slot-taken"
        refusal = self.against_booking(entry.who, slot, at)
        if refusal in ("", "slot-taken"):
            return "" if slot.is_available(at) or slot.hold == hold else "slot-taken"
        return refusal

    def accept(self, entry: EntryFacts, booking_id: str) -> None:
        """Books the offered slot."""
        assert entry.offer
        self.book(entry.who, entry.offer[0], booking_id)
        self._taken(entry, booking_id)

    def not_accepted(self, entry: EntryFacts, code: str, at: datetime) -> None:
        """A member who accepts a slot that the clinic withdrew waits again."""
        if code == OfferWithdrawn.code:
            self._wait_again(entry, at)

    def pass_on(self, entry: EntryFacts, at: datetime) -> None:
        """Leaves the offered slot to others; the third time the entry ends."""
        assert entry.offer
        entry.passed.append(entry.offer[0].slot_id)
        self.guarantees[entry.who].left.add(entry.offer[0].slot_id)
        if len(entry.passed) >= MOST_OFFERS:
            self.end(entry, "offers-missed", at)
        else:
            self._wait_again(entry, at)

    def end(self, entry: EntryFacts, because: str, at: datetime) -> None:
        """Ends an open entry, which leaves its slot to others."""
        if entry.is_open:
            self._wait_again(entry, at)
            entry.status, entry.because = "ended", because

    def leave(self, entry: EntryFacts, at: datetime) -> None:
        """Ends an open entry for the member, who does not want the slot that it was offered."""
        if entry.offer:
            self.guarantees[entry.who].left.add(entry.offer[0].slot_id)
        self.end(entry, "withdrawn", at)

    def entries_of(self, who: int) -> list[EntryFacts]:
        """The entries under a guarantee."""
        return [entry for entry in self.entries.values() if entry.who == who]

    # What an event makes of it

    def keep(self, event: Event, whose: int | None, at: datetime, made: Made) -> None:
        """Does what the event asks for; ``whose`` is its guarantee, ``made`` the offers that it led to."""
        data = event["data"]
        if event["type"] in ENTRY_FOLLOWS and whose is not None:
            for entry in self.entries_of(whose):
                self._follow(entry, at)
            self._release_in_vain(whose, at, made)
        if event["type"] in CALENDAR_CHANGED:
            self._take_back(at)
        if event["type"] in SLOT_FREED and data.get("practitionerId"):
            self._offer_freed(data.get("slotId"), at, made)
        if event["type"] == TIME_UP:
            self._time_up(self.entries[data["waitlistId"]], data["kind"], at)

    def adopt(self, at: datetime, made: Made) -> None:
        """Takes over what was offered and taken back beside another act, all of which must be allowed."""
        # An entry whose slot is gone may have another offer already.
        held = {entry.waitlist_id: entry.offer[1].hold_id for entry in self.entries.values() if entry.offer}
        self._take_back(at, kept={each: offer for each, offer in made.items() if held.get(each) == offer[1]})
        for waitlist_id, (slot_id, _, _) in made.items():
            entry, slot = self.entries[waitlist_id], self.slots[slot_id]
            if entry.status == "waiting":
                assert self._may_be_offered(slot, at), slot
                assert entry.fits(slot), (entry, slot)
                assert self._may_get(entry, slot), (entry, slot)
                assert not self._may_get_another(entry, slot), (entry, slot)
                self._offer(entry, slot, at, made)

    def _offer_freed(self, named: SlotId | None, at: datetime, made: Made) -> None:
        """Offers each available slot to the first entry that may have it."""
        order = sorted(self.slots.values(), key=lambda slot: (slot.slot_id != named, slot.starts_at))
        slots = [slot for slot in order if self._may_be_offered(slot, at)]
        waiting = [entry for entry in self.entries.values() if entry.status == "waiting"]
        waiting.sort(key=lambda entry: entry.place)
        for slot in slots:
            for entry in [entry for entry in waiting if entry.fits(slot)]:
                if self._may_get_another(entry, slot):
                    # It stays in the line for a slot that its guarantee did not leave, or for a follow-up.
                    continue
                waiting.remove(entry)
                if self._may_get(entry, slot):
                    self._offer(entry, slot, at, made)
                    break

    def _take_back(self, at: datetime, kept: Mapping[WaitlistId, Any] | None = None) -> None:
        """Takes back the offers of slots that are gone; of ``kept`` none."""
        for entry in self.entries.values():
            if entry.has_lost_its_slot and entry.waitlist_id not in (kept or {}):
                self._wait_again(entry, at)

    def _release_in_vain(self, who: int, at: datetime, made: Made) -> None:
        """Offers a slot to others that a member holds and can no longer book."""
        known = self.guarantees[who]
        if known.held is None:
            return
        slot, hold = self.slots[known.held[0]], known.held[1]
        if slot.hold == hold and hold.until > at and known.against_slot(slot):
            self.release(slot, hold.hold_id, at)
            self._offer_freed(slot.slot_id, at, made)

    def _may_be_offered(self, slot: SlotFacts, at: datetime) -> bool:
        return slot.is_available(at) and slot.starts_at >= at + OFFERED_FOR

    def _may_get(self, entry: EntryFacts, slot: SlotFacts) -> bool:
        known = self.guarantees[entry.who]
        return known.offered is None and not known.against(slot.on)

    def _may_get_another(self, entry: EntryFacts, slot: SlotFacts) -> bool:
        """Whether only this slot is not for the entry: its guarantee left it, or has a first session."""
        known = self.guarantees[entry.who]
        is_not_for_it = slot.slot_id in known.left or bool(known.against_first(slot.service))
        return self._may_get(entry, slot) and is_not_for_it

    def _offer(self, entry: EntryFacts, slot: SlotFacts, at: datetime, made: Made) -> None:
        assert entry.waitlist_id in made, f"{entry} should have an offer of {slot}"
        slot_id, hold_id, until = made[entry.waitlist_id]
        assert slot_id == slot.slot_id, f"{entry} has an offer of {self.slots[slot_id]}, and not of {slot}"
        assert at.replace(microsecond=0) + OFFERED_FOR <= until
        hold = HoldFacts(hold_id, entry.who, until)
        slot.became("held", hold)
        entry.status, entry.offer = "offered", (slot, hold)
        entry.holds.append(hold_id)
        self.guarantees[entry.who].offered = entry.waitlist_id

    def _follow(self, entry: EntryFacts, at: datetime) -> None:
        """Brings an open entry to where its slot and its guarantee are now."""
        known = self.guarantees[entry.who]
        if not entry.is_open or self._is_taken_by_its_own(entry):
            return
        if known.is_revoked:
            self.end(entry, "guarantee-over", at)
        elif known.booked >= known.granted:
            self.end(entry, "guarantee-used-up", at)
        elif known.against_first(entry.service):
            self.end(entry, "first-session-booked", at)
        else:
            entry.valid_until = known.valid_until
            if entry.offer and known.against_first(entry.offer[0].service):
                self._wait_again(entry, at)

    def _time_up(self, entry: EntryFacts, kind: str, at: datetime) -> None:
        """The end of its window, or of the 30 minutes of its offer; a slot that was withdrawn is no miss."""
        if not entry.is_open or self._is_taken_by_its_own(entry):
            return
        if kind == WINDOW_CLOCK:
            self.end(entry, "window-over", at)
        elif entry.offer and entry.offer[1].until <= at:
            slot, hold = entry.offer
            if slot.hold == hold:
                self.pass_on(entry, at)
            else:
                self._wait_again(entry, at)

    def _is_taken_by_its_own(self, entry: EntryFacts) -> bool:
        """Ends an entry whose offered slot was booked under its own guarantee, as any other slot is."""
        booking_id = entry.offer[0].booking_id if entry.offer else None
        if booking_id is None or self.bookings[booking_id].who != entry.who:
            return False
        self._taken(entry, booking_id)
        return True

    def _taken(self, entry: EntryFacts, booking_id: str) -> None:
        entry.status, entry.booking_id, entry.offer = "booked", booking_id, None
        self.guarantees[entry.who].offered = None

    def _wait_again(self, entry: EntryFacts, at: datetime) -> None:
        if entry.offer:
            slot, hold = entry.offer
            self.release(slot, hold.hold_id, at)
            self.guarantees[entry.who].offered = None
        entry.status, entry.offer = "waiting", None
