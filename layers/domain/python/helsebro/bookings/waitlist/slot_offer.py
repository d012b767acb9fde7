"""Slot offer: a freed slot that is held for a member on the waitlist while the member decides."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from helsebro import ids
from helsebro.calendars.hold import Hold
from helsebro.calendars.slot import Slot
from helsebro.ids import ClinicId, GuaranteeId, PractitionerId, SlotId
from helsebro.network.consultation import Consultation

OFFERED_FOR = timedelta(minutes=30)


@dataclass(frozen=True)
class SlotOffer:
    """The slot as it was offered. ``hold_id`` is the hold that keeps it until ``expires_at``."""

    hold_id: str
    slot_id: SlotId
    practitioner_id: PractitionerId
    clinic_id: ClinicId
    service: Consultation
    starts_at: datetime
    ends_at: datetime
    expires_at: datetime

    @classmethod
    def of(cls, slot: Slot, at: datetime, randomness: bytes) -> SlotOffer:
        """Returns the offer of a slot; it expires on a whole second."""
        return cls(
            hold_id=ids.plain("hld", randomness),
            slot_id=slot.slot_id,
            practitioner_id=slot.practitioner_id,
            clinic_id=slot.clinic_id,
            service=slot.service,
            starts_at=slot.starts_at,
            ends_at=slot.ends_at,
            expires_at=at.replace(microsecond=0) + OFFERED_FOR,
        )

    def is_open(self, at: datetime) -> bool:
        """Whether it can still be accepted."""
        return at < self.expires_at

    def hold_for(self, guarantee_id: GuaranteeId) -> Hold:
        """Returns the hold on the slot for a guarantee."""
        return Hold(self.hold_id, self.slot_id, guarantee_id, self.expires_at)

    def still_holds(self, slot: Slot) -> bool:
        """Whether the slot is still kept for this offer, or was until the hold expired."""
        return slot.status == "held" and slot.hold_id == self.hold_id
