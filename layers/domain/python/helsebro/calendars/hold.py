"""Hold: a slot reserved for one guarantee while the member decides (api.md, Clinics and booking)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from helsebro import ids
from helsebro.calendars.slot import Slot
from helsebro.ids import GuaranteeId, SlotId

HELD_FOR = timedelta(minutes=10)


@dataclass(frozen=True)
class Hold:
    """A hold on a slot. A guarantee holds one slot at a time, and asking again does not prolong the hold.

    A new hold releases the earlier one, so that one member cannot block a practitioner's week for others.
    """

    hold_id: str
    slot_id: SlotId
    guarantee_id: GuaranteeId
    expires_at: datetime

    @classmethod
    def on(cls, slot: Slot, guarantee_id: GuaranteeId, at: datetime, randomness: bytes) -> Hold:
        """Returns a new hold; it expires on a whole second. Raises ``SlotIsPast``."""
        slot.must_be_bookable(None, at)
        expires_at = at.replace(microsecond=0) + HELD_FOR
        return cls(ids.plain("hld", randomness), slot.slot_id, guarantee_id, expires_at)

    def is_active(self, at: datetime) -> bool:
        """Whether the hold has not expired."""
        return at < self.expires_at
