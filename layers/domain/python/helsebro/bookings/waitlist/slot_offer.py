"""Slot offer: a freed slot that is held for a member on the waitlist while the member decides."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from helsebro import ids
from helsebro.calendars.hold import Hold
from helsebro.calendars.slot import Slot
from helsebro.ids import ClinicId, GuaranteeId, PractitionerId, SlotId
from helsebro.local_day import local_day
from helsebro.network.clinic_details import DEFAULT_NOTICE_HOURS, late_from
from helsebro.network.consultation import Service
from helsebro.network.practitioner import Practitioner

OFFERED_FOR = timedelta(minutes=30)


@dataclass(frozen=True)
class SlotOffer:
    """The slot as it was offered. ``hold_id`` is the hold that keeps it until ``expires_at``."""

    hold_id: str
    slot_id: SlotId
    practitioner_id: PractitionerId
    clinic_id: ClinicId
    service: Service
    starts_at: datetime
    ends_at: datetime
    expires_at: datetime
    notice_hours: int = DEFAULT_NOTICE_HOURS
    address_key: str | None = None

    @classmethod
    def of(
        cls, slot: Slot, at: datetime, randomness: bytes, notice_hours: int = DEFAULT_NOTICE_HOURS
    ) -> SlotOffer:
        """Returns the offer of a slot, with the clinic's notice window; it expires on a whole second."""
        return cls(
            hold_id=ids.plain("hld", randomness),
            slot_id=slot.slot_id,
            practitioner_id=slot.practitioner_id,
            clinic_id=slot.clinic_id,
            service=slot.service,
            starts_at=slot.starts_at,
            ends_at=slot.ends_at,
            expires_at=at.replace(microsecond=0) + OFFERED_FOR,
            notice_hours=notice_hours,
            address_key=slot.address_key,
        )

    @property
    def address(self) -> None:
        """Nowhere yet: it is where the practitioner's address is when it is read."""

    @property
    def late_from(self) -> datetime:
        """After this instant the member pays for a cancellation, should they accept (F0-28)."""
        return late_from(self.starts_at, self.notice_hours)

    def is_open(self, at: datetime) -> bool:
        """Whether it can still be accepted."""
        return at < self.expires_at

    def hold_for(self, guarantee_id: GuaranteeId) -> Hold:
        """Returns the hold on the slot for a guarantee."""
        return Hold(self.hold_id, self.slot_id, guarantee_id, self.expires_at)

    def is_gone(self, slot: Slot, practitioner: Practitioner, treatment: str) -> bool:
        """Whether the clinic withdrew or replaced the slot, or treats no one then; a booked one is there."""
        if slot.status == "booked":
            return False
        on = local_day(slot.starts_at, practitioner.address.country)
        return not (self.still_holds(slot) and practitioner.offers(treatment, on))

    def still_holds(self, slot: Slot) -> bool:
        """Whether the slot is still kept for this offer, or was until the hold expired."""
        return slot.status == "held" and slot.hold_id == self.hold_id


def has_time_to_decide(slot: Slot, at: datetime) -> bool:
    """Whether an offer of the slot would expire before the slot begins."""
    return slot.starts_at >= at + OFFERED_FOR
