"""Booking: a member's session with a practitioner, bound to a guarantee from the start (F0-16, F2-03)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Literal

from helsebro import ids
from helsebro.calendars.slot import Slot
from helsebro.errors import Conflict, HelsebroError, Refused
from helsebro.guarantees.guarantee import Guarantee
from helsebro.ids import BookingId, ClaimId, ClinicId, GuaranteeId, PersonId, PractitionerId, SlotId
from helsebro.local_day import local_day
from helsebro.network.practitioner import Practitioner
from helsebro.network.service import Service

BookingStatus = Literal["booked", "held", "missed", "cancelled"]
CancelledBy = Literal["member", "clinic"]

NOTICE = timedelta(hours=24)
"""A cancellation closer to the start is late: the member pays the clinic, the payer never does (F0-28)."""


class GuaranteeNotValid(Refused):
    """The guarantee was revoked."""

    code = "guarantee-not-valid"


class GuaranteeUsedUp(Refused):
    """Every session of the guarantee is booked or held."""

    code = "guarantee-used-up"


class OutsideGuaranteePeriod(Refused):
    """The session's local day lies before the first or after the last day of the guarantee (F0-26)."""

    code = "outside-guarantee-period"


class GuaranteeBoundElsewhere(Refused):
    """The guarantee is for another clinic or practitioner; the first booking binds it."""

    code = "guarantee-bound-elsewhere"


class TreatmentNotOffered(Refused):
    """The practitioner does not offer the guarantee's treatment, or takes no insurance clients (F1-01)."""

    code = "treatment-not-offered"


class BookingClosed(Conflict):
    """The booking was already held, missed or cancelled, so it can no longer change."""

    code = "booking-closed"


class SessionHasBegun(Refused):
    """The session has begun, so it can no longer be cancelled or moved."""

    code = "session-has-begun"


class SameSlot(Refused):
    """The booking already has that slot."""

    code = "booking-in-that-slot"


@dataclass(frozen=True)
class Booking:
    """A booked session; times in UTC, ``country`` decides the time zone of its day.

    ``case_reference`` is the guarantee's. ``invoiced_by`` is the accepted invoice that charges for it.
    ``late_cancellation`` is true when the member cancelled within the notice window; ``cancelled_by`` is the
    party that cancelled.
    """

    booking_id: BookingId
    claim_id: ClaimId
    guarantee_id: GuaranteeId
    case_reference: str
    payer: str
    person_id: PersonId
    clinic_id: ClinicId
    practitioner_id: PractitionerId
    slot_id: SlotId
    service: Service
    starts_at: datetime
    ends_at: datetime
    country: str
    status: BookingStatus
    booked_at: datetime
    cancelled_at: datetime | None = None
    cancelled_by: CancelledBy | None = None
    late_cancellation: bool = False
    reported_at: datetime | None = None
    invoiced_by: str | None = None

    @classmethod
    def of(cls, guarantee: Guarantee, slot: Slot, at: datetime, randomness: bytes) -> Booking:
        """Returns a new booking of the slot under the guarantee."""
        return cls(
            booking_id=BookingId(ids.within("bkg", guarantee.guarantee_id, randomness)),
            claim_id=guarantee.claim_id,
            guarantee_id=guarantee.guarantee_id,
            case_reference=guarantee.case_reference,
            payer=guarantee.payer,
            person_id=guarantee.person_id,
            clinic_id=slot.clinic_id,
            practitioner_id=slot.practitioner_id,
            slot_id=slot.slot_id,
            service=slot.service,
            starts_at=slot.starts_at,
            ends_at=slot.ends_at,
            country=guarantee.country,
            status="booked",
            booked_at=at,
        )

    @property
    def on(self) -> date:
        """The session's day in the time zone where the person is insured."""
        return local_day(self.starts_at, self.country)

    def is_late(self, at: datetime) -> bool:
        """Whether a cancellation at that instant is inside the notice window (F0-28)."""
        return self.starts_at - at < NOTICE

    def cancel(self, by: CancelledBy, at: datetime) -> Booking:
        """Returns the booking cancelled, before its start. The clinic may report it twice.

        Raises ``BookingClosed`` and ``SessionHasBegun``.
        """
        if by == "clinic" and self.status == "cancelled":
            return self
        self._must_be_open()
        if self.starts_at <= at:
            raise SessionHasBegun()
        late = by == "member" and self.is_late(at)
        return replace(self, status="cancelled", cancelled_at=at, cancelled_by=by, late_cancellation=late)

    def move(self, slot: Slot, at: datetime) -> Booking:
        """Returns the booking in another slot.

        Raises ``BookingClosed``, ``SessionHasBegun`` and ``SameSlot``.
        """
        self._must_be_open()
        if self.starts_at <= at:
            raise SessionHasBegun()
        if slot.slot_id == self.slot_id:
            raise SameSlot()
        return replace(
            self, slot_id=slot.slot_id, service=slot.service, starts_at=slot.starts_at, ends_at=slot.ends_at
        )

    def report(self, status: Literal["held", "missed"], at: datetime) -> Booking:
        """Returns the booking held or missed, as the clinic reports it; a repeated report changes nothing.

        A report may come before the published start: clinic and client may have agreed on an earlier hour by
        phone, and an audit looks at the clinic's own journal (F1-09). Raises ``BookingClosed``.
        """
        if self.status == status:
            return self
        self._must_be_open()
        return replace(self, status=status, reported_at=at)

    def _must_be_open(self) -> None:
        if self.status != "booked":
            raise BookingClosed(bookingStatus=self.status)


def must_cover(guarantee: Guarantee, slot: Slot) -> None:
    """Raises unless the guarantee covers one more session in that slot: status, place, days, count (F0-15).

    Raises ``GuaranteeNotValid``, ``GuaranteeBoundElsewhere``, ``OutsideGuaranteePeriod`` or
    ``GuaranteeUsedUp``. The write checks all of it again in its condition.
    """
    refusal = why_not(guarantee, slot)
    if refusal:
        raise refusal


def why_not(guarantee: Guarantee, slot: Slot) -> HelsebroError | None:
    """Returns the first reason why the guarantee does not cover that slot, or None."""
    on = local_day(slot.starts_at, guarantee.country)
    if guarantee.status != "active":
        return GuaranteeNotValid()
    if not is_bound_to(guarantee, slot):
        return GuaranteeBoundElsewhere()
    if not guarantee.covers(on):
        period = (guarantee.valid_from.isoformat(), guarantee.valid_until.isoformat())
        return OutsideGuaranteePeriod(validFrom=period[0], validUntil=period[1])
    if not guarantee.sessions_free:
        return GuaranteeUsedUp(sessionsGranted=guarantee.sessions_granted)
    return None


def is_bound_to(guarantee: Guarantee, slot: Slot) -> bool:
    """Whether the guarantee may be used at the slot's clinic and practitioner."""
    clinic_fits = guarantee.clinic_id in (None, slot.clinic_id)
    return clinic_fits and guarantee.practitioner_id in (None, slot.practitioner_id)


def must_offer(practitioner: Practitioner, guarantee: Guarantee) -> None:
    """Raises ``TreatmentNotOffered`` unless the practitioner offers the guarantee's treatment."""
    if not practitioner.offers(guarantee.treatment):
        raise TreatmentNotOffered(treatment=guarantee.treatment)
