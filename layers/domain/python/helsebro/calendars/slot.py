"""Slot: a time in a practitioner's own calendar that a member can book (F0-13, F2-07)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal

from helsebro import ids
from helsebro.errors import Conflict, Refused
from helsebro.ids import BookingId, ClinicId, GuaranteeId, PractitionerId, SlotId
from helsebro.network.consultation import Service

SlotStatus = Literal["free", "held", "booked", "withdrawn"]
SHORTEST, LONGEST = timedelta(minutes=5), timedelta(hours=12)
"""The clinic decides how long its consultations last (F0-17); a time outside these limits is a mistake."""


class SlotTaken(Conflict):
    """The slot is booked or held for another guarantee, or withdrawn; ``nextSlots`` are free (promise 1)."""

    code = "slot-taken"


class SlotIsPast(Refused):
    """The slot has begun, so it can no longer be held or booked."""

    code = "slot-in-the-past"


class OtherService(Refused):
    """The slot was published for the other service."""

    code = "slot-of-another-service"


@dataclass(frozen=True)
class Slot:
    """One slot; times in UTC. ``key`` is the clinic system's own name for it.

    ``address_key`` names the practitioner's address where it is, None for the first one.

    A held slot is held for one guarantee until ``held_until`` and is then free again without a write. A
    withdrawn slot stays stored, so that a caller who still has its id gets "taken" and not "unknown".
    ``free_since`` is when it was last published or released; None for a slot that was stored before that was
    kept.
    """

    slot_id: SlotId
    practitioner_id: PractitionerId
    clinic_id: ClinicId
    key: str
    service: Service
    starts_at: datetime
    ends_at: datetime
    status: SlotStatus = "free"
    hold_id: str | None = None
    held_for: str | None = None
    held_until: datetime | None = None
    booking_id: BookingId | None = None
    address_key: str | None = None
    free_since: datetime | None = None

    @classmethod
    def published(
        cls,
        practitioner_id: PractitionerId,
        clinic_id: ClinicId,
        key: str,
        service: Service,
        span: tuple[datetime, datetime],
        address_key: str | None = None,
    ) -> Slot:
        """Returns a free slot as a clinic's system publishes it; ``span`` is its start and end."""
        slot_id = ids.slot_id(practitioner_id, span[0])
        return cls(slot_id, practitioner_id, clinic_id, key, service, *span, address_key=address_key)

    def is_free(self, at: datetime, guarantee_id: GuaranteeId = GuaranteeId("")) -> bool:
        """Whether it can be booked, either by every guarantee or by the one that holds it."""
        if self.starts_at <= at:
            return False
        return self.is_available(at) or (self.status == "held" and self.held_for == guarantee_id)

    def is_available(self, at: datetime) -> bool:
        """Whether the slot is free, or its hold has expired."""
        lapsed = self.status == "held" and self.held_until is not None and self.held_until <= at
        return self.status == "free" or lapsed

    def became_free(self, after: datetime) -> bool:
        """Whether the slot, which is available, became so at an instant or later; a lapsed hold counts."""
        since = self.held_until if self.status == "held" else self.free_since
        return since is not None and since >= after

    def is_same(self, other: Slot) -> bool:
        """Whether both offer the same service at the same time and address."""
        mine, theirs = (
            (slot.starts_at, slot.ends_at, slot.service, slot.address_key) for slot in (self, other)
        )
        return mine == theirs

    def overlaps(self, other: Slot) -> bool:
        """Whether the two slots share any time; one may begin when the other ends."""
        return self.starts_at < other.ends_at and other.starts_at < self.ends_at

    def withdrawn(self) -> Slot:
        """Returns the slot as withdrawn by the clinic."""
        return replace(
            self, status="withdrawn", hold_id=None, held_for=None, held_until=None, booking_id=None
        )

    def must_be_bookable(self, service: str | None, at: datetime) -> None:
        """Raises ``SlotIsPast`` and ``OtherService``. Only the write itself can decide whether it is free."""
        if self.starts_at <= at:
            raise SlotIsPast()
        if service is not None and service != self.service:
            raise OtherService(service=self.service)


def overlap_any(slot: Slot, others: Iterable[Slot]) -> bool:
    """Whether the slot shares time with any of the others that are not withdrawn."""
    return any(slot.overlaps(other) for other in others if other.status != "withdrawn")
