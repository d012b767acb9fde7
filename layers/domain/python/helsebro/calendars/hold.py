"""Hold: a slot kept for one guarantee while the member makes up their mind (api.md, Clinics and booking)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from helsebro import ids
from helsebro.calendars.slot import Slot

HELD_FOR = timedelta(minutes=10)


@dataclass(frozen=True)
class Hold:
    """A guarantee holds one slot at a time, and never longer for asking again.

    A new hold lets the one before go, so that nobody can keep a practitioner's week from the others.
    """

    hold_id: str
    slot_id: str
    guarantee_id: str
    expires_at: datetime

    @classmethod
    def on(cls, slot: Slot, guarantee_id: str, at: datetime, randomness: bytes) -> Hold:
        """A new hold, in whole seconds. Raises ``SlotIsPast``."""
        slot.must_be_bookable(None, at)
        expires_at = at.replace(microsecond=0) + HELD_FOR
        return cls(ids.plain("hld", randomness), slot.slot_id, guarantee_id, expires_at)

    def stands(self, at: datetime) -> bool:
        """Whether it has not run out."""
        return at < self.expires_at
