"""Booking: a member's session with a practitioner, bound to a guarantee from the start (F0-16, F2-03)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Literal

from helsebro import ids
from helsebro.bookings.change_reason import ChangeReason
from helsebro.bookings.owed_time import OwedTime, WhyOwed
from helsebro.bookings.place_in_series import PlaceInSeries
from helsebro.calendars.practitioner_week import week_of
from helsebro.calendars.slot import Slot
from helsebro.errors import Conflict, Refused
from helsebro.guarantees.guarantee import Guarantee
from helsebro.ids import BookingId, ClaimId, ClinicId, GuaranteeId, PersonId, PractitionerId, SlotId
from helsebro.local_day import local_day
from helsebro.money import Money
from helsebro.network.address import Address
from helsebro.network.clinic_details import DEFAULT_NOTICE_HOURS, late_from
from helsebro.network.consultation import Service
from helsebro.network.practitioner import Practitioner

BookingStatus = Literal["booked", "held", "missed", "cancelled"]
CancelledBy = Literal["member", "clinic", "payer"]


class BookingClosed(Conflict):
    """The booking was already held, missed or cancelled, so it can no longer change."""

    code = "booking-closed"


class SessionHasBegun(Refused):
    """The session has begun, so it can no longer be cancelled or moved."""

    code = "session-has-begun"


class SessionNotBegun(Refused):
    """The session's local day has not come, so it was neither held nor missed."""

    code = "session-not-begun"


class SameSlot(Refused):
    """The booking already has that slot."""

    code = "booking-in-that-slot"


@dataclass(frozen=True)
class Booking:
    """A booked session; times in UTC, ``country`` decides the time zone of its day.

    ``case_reference`` is the guarantee's. ``invoiced_by`` is the accepted invoice that charges for it.
    ``notice_hours`` is the clinic's notice window when the session was booked. ``late_cancellation`` is true
    when the member cancelled within it; ``cancelled_by`` is the party that cancelled. ``reason`` is why the
    booking was last moved or cancelled, None when no one said. ``week`` is the practitioner's week in which
    it counts, None for a booking that was made before weeks were counted. ``address_key`` names the
    practitioner's address where the session is, None for the first one. ``address`` is that of the day on
    which it was booked, or since the clinic moved; None for a booking from before it was kept.
    ``relocations`` is how often the clinic moved, ``relocated_at`` when last. ``moves`` is how often the
    booking was moved, ``moved_at`` when last and ``moved_from`` the start that it had before. ``late_since``
    is the ``late_from`` that the first late move passed, None when no move was late; ``left_late`` are the
    services of the times that moves gave up inside their own notice window, ``left_late_at`` their starts, of
    which the first are missing where they were not kept yet. ``series`` is its place among the sessions
    booked with it, None for one alone. ``reserved`` is its price when it was booked, which the ledger of
    money reserves; None while the price is open, and for a booking from before there was a ledger.
    ``paid_out_by`` is the payable that pays it without an invoice. ``corrections`` counts how often its
    report was corrected, ``corrected_at`` is the clinic's last word on that (``bookings.correction``).
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
    notice_hours: int = DEFAULT_NOTICE_HOURS
    reason: ChangeReason | None = None
    week: str | None = None
    address_key: str | None = None
    moves: int = 0
    moved_at: datetime | None = None
    late_since: datetime | None = None
    series: PlaceInSeries | None = None
    address: Address | None = None
    relocations: int = 0
    relocated_at: datetime | None = None
    moved_from: datetime | None = None
    left_late: tuple[Service, ...] = ()
    left_late_at: tuple[datetime, ...] = ()
    reserved: Money | None = None
    paid_out_by: ids.PayableId | None = None
    corrections: int = 0
    corrected_at: datetime | None = None

    @classmethod
    def of(
        cls,
        guarantee: Guarantee,
        slot: Slot,
        at: datetime,
        randomness: bytes,
        notice_hours: int = DEFAULT_NOTICE_HOURS,
        practitioner: Practitioner | None = None,
    ) -> Booking:
        """Returns a new booking of the slot under the guarantee, with the clinic's notice window of now.

        The ``practitioner`` of the slot says in which week it counts, and where it is.
        """
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
            notice_hours=notice_hours,
            week=week_of(practitioner, slot.starts_at) if practitioner else None,
            address_key=slot.address_key,
            address=practitioner.address_at(slot.address_key) if practitioner else None,
            reserved=guarantee.price_of(slot.service, guarantee.sessions_booked + 1),
        )

    @property
    def is_to_be_invoiced(self) -> bool:
        """Whether the session was held, and neither an invoice nor a payout charges for it (F0-18, F1-06)."""
        return self.status == "held" and self.invoiced_by is None and self.paid_out_by is None

    @property
    def on(self) -> date:
        """The session's day in the time zone where the person is insured."""
        return local_day(self.starts_at, self.country)

    @property
    def late_from(self) -> datetime:
        """After this instant it is late to cancel or move: the member pays the clinic (F0-28)."""
        return late_from(self.starts_at, self.notice_hours)

    @property
    def is_moved_late(self) -> bool:
        """Whether the member ever moved it too late, and so pays for a time that it had (F0-28)."""
        return self.late_since is not None

    @property
    def booked_at_once(self) -> int | None:
        """How many sessions were booked in one act; None for one that was booked with an earlier session."""
        return self.series.told_of if self.series else 1

    @property
    def is_paid_by_member(self) -> bool:
        """Whether the member pays the clinic for the time that it has now (F0-28).

        After a late cancellation or a missed session; ``owed_times`` has what late moves left, too.
        """
        return self.status == "missed" or self.late_cancellation

    @property
    def owed_times(self) -> tuple[OwedTime, ...]:
        """Each time that the member pays the clinic for: missed, or moved or cancelled too late (F0-28)."""
        unknown = (None,) * (len(self.left_late) - len(self.left_late_at))
        left = zip((*unknown, *self.left_late_at), self.left_late, strict=True)
        before = tuple(OwedTime(starts_at, service, "moved-late") for starts_at, service in left)
        if not self.is_paid_by_member:
            return before
        why: WhyOwed = "missed" if self.status == "missed" else "cancelled-late"
        return (*before, OwedTime(self.starts_at, self.service, why))

    @property
    def is_last_move_late(self) -> bool:
        """Whether its last move gave up a time inside that time's own notice window."""
        if self.moved_at is None or self.moved_from is None:
            return False
        return self.moved_at > late_from(self.moved_from, self.notice_hours)

    def is_late(self, at: datetime) -> bool:
        """Whether a cancellation or a move at that instant is late."""
        return at > self.late_from

    def cancel(self, by: CancelledBy, at: datetime, reason: ChangeReason | None = None) -> Booking:
        """Returns the booking cancelled, before its start.

        The payer cancels what a revoked guarantee no longer pays for. Only a member cancels late. Raises
        ``BookingClosed`` and ``SessionHasBegun``.
        """
        self._must_be_open()
        if self.starts_at <= at:
            raise SessionHasBegun()
        late = by == "member" and self.is_late(at)
        cancelled = replace(self, status="cancelled", cancelled_at=at, cancelled_by=by, reason=reason)
        return replace(cancelled, late_cancellation=late)

    def move(
        self,
        slot: Slot,
        at: datetime,
        reason: ChangeReason | None = None,
        practitioner: Practitioner | None = None,
    ) -> Booking:
        """Returns the booking in another slot, its week and place, under the notice window of its first slot.

        Raises ``BookingClosed``, ``SessionHasBegun`` and ``SameSlot``.
        """
        self._must_be_open()
        if self.starts_at <= at:
            raise SessionHasBegun()
        if slot.slot_id == self.slot_id:
            raise SameSlot()
        late = self.is_late(at)
        return replace(
            self,
            slot_id=slot.slot_id,
            service=slot.service,
            starts_at=slot.starts_at,
            ends_at=slot.ends_at,
            reason=reason,
            week=week_of(practitioner, slot.starts_at) if practitioner else None,
            address_key=slot.address_key,
            address=practitioner.address_at(slot.address_key) if practitioner else None,
            moves=self.moves + 1,
            moved_at=at,
            moved_from=self.starts_at,
            left_late=(*self.left_late, self.service) if late else self.left_late,
            left_late_at=(*self.left_late_at, self.starts_at) if late else self.left_late_at,
            late_since=self.late_since or (self.late_from if late else None),
        )

    def placed(self, practitioner: Practitioner, at: datetime) -> Booking:
        """Returns the booking where its session is after the practitioner's addresses changed.

        It stays where it was while the practitioner keeps that address, also under another key; else it goes
        with its key. One from before addresses were kept gets its own. A session that has begun stays.
        """
        if self.status != "booked" or self.starts_at <= at:
            return self
        now = practitioner.address_at(self.address_key)
        if self.address is None:
            return replace(self, address=now)
        if now.is_at(self.address):
            return self
        for key in practitioner.places:
            if practitioner.address_at(key).is_at(self.address):
                return replace(self, address_key=key)
        key = self.address_key if self.address_key in practitioner.places else None
        return replace(self, address_key=key, address=now, relocations=self.relocations + 1, relocated_at=at)

    def report_cancelled(self, by: CancelledBy, at: datetime, reason: ChangeReason | None = None) -> Booking:
        """Returns the booking cancelled, as the clinic reports it; a repeated report changes nothing.

        Who cancelled first is who cancelled. Raises ``BookingClosed`` and ``SessionHasBegun``.
        """
        if self.status == "cancelled" and self.cancelled_by == by:
            return self
        return self.cancel(by, at, reason)

    def report(self, status: Literal["held", "missed"], at: datetime) -> Booking:
        """Returns the booking held or missed, as the clinic reports it; a repeated report changes nothing.

        A report may come before the published start, but not before its local day: clinic and client may have
        agreed on an earlier hour by phone, and an audit looks at the clinic's own journal (F1-09). Raises
        ``BookingClosed`` and ``SessionNotBegun``.
        """
        if self.status == status:
            return self
        self._must_be_open()
        if local_day(at, self.country) < self.on:
            raise SessionNotBegun(on=self.on.isoformat())
        return replace(self, status=status, reported_at=at)

    def _must_be_open(self) -> None:
        if self.status != "booked":
            raise BookingClosed(bookingStatus=self.status)
