"""What the model knows of each slot, hold, guarantee, booking and waitlist entry."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from helsebro.ids import SlotId, WaitlistId
from helsebro.local_day import local_day

COUNTRY = "DK"
FOLLOW_UP, FIRST = "follow-up", "first"
"""Of first consultations a guarantee has one only. Too many of them would hide the races for its sessions."""


@dataclass(frozen=True)
class HoldFacts:
    """A hold for the guarantee number ``who``; ``until`` is when it expires."""

    hold_id: str
    who: int
    until: datetime


@dataclass
class SlotFacts:
    """A slot; ``free_since`` is when the call began that published or released it."""

    slot_id: SlotId
    key: str
    starts_at: datetime
    free_since: datetime
    service: str = FOLLOW_UP
    status: str = "free"
    hold: HoldFacts | None = None
    booking_id: str | None = None

    @property
    def on(self) -> date:
        """The day of the session."""
        return local_day(self.starts_at, COUNTRY)

    def is_available(self, at: datetime) -> bool:
        """Whether it is free, or its hold has expired."""
        return self.status == "free" or (self.hold is not None and self.hold.until <= at)

    def is_free_for(self, who: int, at: datetime) -> bool:
        """Whether the guarantee may book it."""
        return self.is_available(at) or (self.hold is not None and self.hold.who == who)

    def became(self, status: str, hold: HoldFacts | None = None, booking_id: str | None = None) -> None:
        """Changes who has it."""
        self.status, self.hold, self.booking_id = status, hold, booking_id

    def is_freed(self, at: datetime) -> None:
        """Makes it free."""
        self.became("free")
        self.free_since = at


@dataclass
class GuaranteeFacts:
    """A guarantee; ``held`` is the member's last hold with its slot, ``offered`` the entry with an offer.

    ``left`` are the slots that were offered to one of its entries and not taken, ``first`` is the booking of
    its first consultation.
    """

    granted: int
    valid_until: date
    booked: int = 0
    used: int = 0
    version: int = 1
    is_revoked: bool = False
    extensions: int = 0
    held: tuple[SlotId, HoldFacts] | None = None
    offered: WaitlistId | None = None
    left: set[SlotId] = field(default_factory=set)
    first: str | None = None

    def against(self, day: date) -> str:
        """Why it covers no session more on a day; nothing when it does."""
        if self.is_revoked:
            return "guarantee-not-valid"
        if day > self.valid_until:
            return "outside-guarantee-period"
        return "" if self.booked < self.granted else "guarantee-used-up"

    def against_first(self, service: str | None, moved: str | None = None) -> str:
        """Why it covers no session of that kind; ``moved`` is the booking that moves."""
        return "first-session-booked" if service == FIRST and self.first not in (None, moved) else ""

    def against_slot(self, slot: SlotFacts) -> str:
        """Why it covers no session in a slot. A booked slot is taken, of whatever kind it is."""
        return self.against(slot.on) or ("" if slot.booking_id else self.against_first(slot.service))


@dataclass
class BookingFacts:
    """A booking of a slot under the guarantee number ``who``, and who cancelled it: clinic or client."""

    who: int
    slot: SlotFacts
    status: str = "booked"
    cancelled_by: str | None = None


@dataclass
class EntryFacts:
    """A waitlist entry; ``offer`` is the slot with the hold that keeps it, ``holds`` all that it ever had."""

    waitlist_id: WaitlistId
    who: int
    latest: date
    joined_at: datetime
    valid_until: date
    service: str | None = None
    status: str = "waiting"
    offer: tuple[SlotFacts, HoldFacts] | None = None
    passed: list[SlotId] = field(default_factory=list)
    because: str | None = None
    booking_id: str | None = None
    holds: list[str] = field(default_factory=list)

    @property
    def is_open(self) -> bool:
        """Whether it waits, or has an offer."""
        return self.status in ("waiting", "offered")

    @property
    def has_lost_its_slot(self) -> bool:
        """Whether the offered slot is neither kept for it nor booked: the clinic withdrew or replaced it."""
        if self.offer is None:
            return False
        slot, hold = self.offer
        return slot.status != "booked" and slot.hold != hold

    @property
    def place(self) -> tuple[date, datetime, str]:
        """Its place in the line."""
        return self.valid_until, self.joined_at, self.waitlist_id

    def fits(self, slot: SlotFacts) -> bool:
        """Whether the slot, which is available, became so while the entry waited, and on one of its days."""
        since = slot.hold.until if slot.hold else slot.free_since
        fits = local_day(self.joined_at, COUNTRY) <= slot.on <= self.latest
        fits = fits and self.service in (None, slot.service)
        return fits and slot.slot_id not in self.passed and since >= self.joined_at
