"""The model of slots, holds, bookings and guarantees: for each act why it is refused, and what it changes."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from helsebro.ids import SlotId, WaitlistId
from helsebro.local_day import local_day
from tests.promises.booking_states.facts import (
    COUNTRY,
    FIRST,
    BookingFacts,
    EntryFacts,
    GuaranteeFacts,
    HoldFacts,
    SlotFacts,
)


@dataclass
class Model:
    """All that the tables should hold. A refusal is the code of the problem, empty when there is none."""

    guarantees: list[GuaranteeFacts]
    slots: dict[SlotId, SlotFacts] = field(default_factory=dict)
    bookings: dict[str, BookingFacts] = field(default_factory=dict)
    entries: dict[WaitlistId, EntryFacts] = field(default_factory=dict)

    # Slots

    def against_publishing_over(self, slot: SlotFacts, at: datetime) -> str:
        """The clinic publishes the same minute under another key, which replaces only an available slot."""
        if slot.starts_at <= at:
            return "slot-in-the-past"
        return "" if slot.status == "withdrawn" or slot.is_available(at) else "slot-overlaps"

    def against_withdrawing(self, slot: SlotFacts) -> str:
        """The clinic withdraws a slot, with a hold on it."""
        return {"withdrawn": "slot-unknown", "booked": "slot-not-free"}.get(slot.status, "")

    # Holds

    def against_holding(self, who: int, slot: SlotFacts, at: datetime) -> str:
        """A member holds a slot; one that the guarantee holds already stays held."""
        refusal = self.guarantees[who].against_slot(slot)
        if refusal or self.holds_now(who, slot, at):
            return refusal
        if slot.starts_at <= at:
            return "slot-in-the-past"
        return "" if slot.is_available(at) else "slot-taken"

    def holds_now(self, who: int, slot: SlotFacts, at: datetime) -> bool:
        """Whether the guarantee has a hold on the slot that has not expired, also that of an offer."""
        return slot.hold is not None and slot.hold.who == who and slot.hold.until > at

    def hold(self, who: int, slot: SlotFacts, hold: HoldFacts, at: datetime) -> None:
        """Holds the slot, and releases the one that the member held before."""
        if self.holds_now(who, slot, at):
            assert slot.hold == hold
            return
        known = self.guarantees[who].held
        if known and known[1].until > at and known[0] != slot.slot_id:
            self.release(self.slots[known[0]], known[1].hold_id, at)
        slot.became("held", hold)
        self.guarantees[who].held = slot.slot_id, hold

    def release(self, slot: SlotFacts, hold_id: str, at: datetime) -> None:
        """Frees the slot if that very hold still has it."""
        if slot.hold and slot.hold.hold_id == hold_id:
            slot.is_freed(at)

    # Bookings

    def against_booking(self, who: int, slot: SlotFacts, at: datetime) -> str:
        """A member books a slot under a guarantee with a session left."""
        if slot.starts_at <= at:
            return "slot-in-the-past"
        refusal = self.guarantees[who].against_slot(slot)
        return refusal or ("" if slot.is_free_for(who, at) else "slot-taken")

    def book(self, who: int, slot: SlotFacts, booking_id: str) -> None:
        """Books it."""
        assert booking_id not in self.bookings
        slot.became("booked", booking_id=booking_id)
        self.bookings[booking_id] = BookingFacts(who, slot)
        self.guarantees[who].booked += 1
        self._has_first(who, booking_id, slot)

    def _has_first(self, who: int, booking_id: str, slot: SlotFacts | None) -> None:
        """Notes whether the booking is the first consultation, in the slot that it has now or in none."""
        known = self.guarantees[who]
        if slot and slot.service == FIRST:
            known.first = booking_id
        elif known.first == booking_id:
            known.first = None

    def against_moving(self, booking_id: str, slot: SlotFacts, at: datetime) -> str:
        """A member moves a booking to another slot; the session that it has counts on."""
        booking = self.bookings[booking_id]
        refusal = self.against_cancelling(booking, at)
        if refusal or slot is booking.slot:
            return refusal or "booking-in-that-slot"
        if slot.starts_at <= at:
            return "slot-in-the-past"
        known = self.guarantees[booking.who]
        refusal = known.against_first(slot.service, moved=booking_id) or known.against(slot.on)
        if refusal and refusal != "guarantee-used-up":
            return refusal
        return "" if slot.is_free_for(booking.who, at) else "slot-taken"

    def move(self, booking_id: str, slot: SlotFacts, at: datetime) -> None:
        """Moves it, and frees its old slot."""
        booking = self.bookings[booking_id]
        booking.slot.is_freed(at)
        slot.became("booked", booking_id=booking_id)
        booking.slot = slot
        self._has_first(booking.who, booking_id, slot)

    def against_cancelling(self, booking: BookingFacts, at: datetime) -> str:
        """A booking is cancelled before it begins."""
        if booking.status != "booked":
            return "booking-closed"
        return "session-has-begun" if booking.slot.starts_at <= at else ""

    def cancel(self, booking_id: str, at: datetime, by: str = "client") -> None:
        """Cancels it; a clinic that cancels is not there, so its slot is withdrawn."""
        booking = self.bookings[booking_id]
        if booking.status == "cancelled":
            return
        booking.status, booking.cancelled_by = "cancelled", by
        self.guarantees[booking.who].booked -= 1
        self._has_first(booking.who, booking_id, None)
        if by == "clinic":
            booking.slot.became("withdrawn")
        else:
            booking.slot.is_freed(at)

    def against_reporting(self, booking: BookingFacts, status: str, at: datetime) -> str:
        """The clinic reports a session as held or missed, on its day or later, once."""
        if booking.status == status:
            return ""
        if booking.status != "booked":
            return "booking-closed"
        return "session-not-begun" if local_day(at, COUNTRY) < booking.slot.on else ""

    def report(self, booking_id: str, status: str) -> None:
        """Uses the session of the guarantee, or gives it back."""
        booking = self.bookings[booking_id]
        if booking.status == status:
            return
        booking.status, known = status, self.guarantees[booking.who]
        if status == "held":
            known.used += 1
        else:
            known.booked -= 1
            self._has_first(booking.who, booking_id, None)

    # Guarantees

    def revoke(self, who: int) -> None:
        """Revokes a guarantee: it covers nothing more, and what is booked stays booked."""
        self.guarantees[who].is_revoked = True
        self.guarantees[who].version += 1
