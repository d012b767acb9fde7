"""Waitlist entry: a member waits for a slot that becomes free on one of some days, under a guarantee.

A slot that becomes free is offered to the entry whose guarantee expires first. The offer holds the slot for
30 minutes. What was not taken goes to another guarantee. After three such offers the entry ends.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Literal

from helsebro import ids
from helsebro.bookings.slot_cover import against_another_first, is_bound_to
from helsebro.bookings.waitlist.entry_end import EndedBecause, why_over
from helsebro.bookings.waitlist.nearness import is_near
from helsebro.bookings.waitlist.refusals import EntryClosed, NothingOffered, OfferExpired
from helsebro.bookings.waitlist.slot_offer import SlotOffer
from helsebro.bookings.waitlist.wish import WaitlistWish
from helsebro.bookings.waitlist.wish_cover import must_cover_wish
from helsebro.calendars.slot import Slot
from helsebro.errors import BadInput, Fault
from helsebro.guarantees.guarantee import Guarantee
from helsebro.ids import (
    BookingId,
    ClaimId,
    ClinicId,
    GuaranteeId,
    PersonId,
    PractitionerId,
    SlotId,
    WaitlistId,
)
from helsebro.local_day import local_day
from helsebro.network.clinic_details import DEFAULT_NOTICE_HOURS
from helsebro.network.consultation import Consultation, is_wanted
from helsebro.network.practitioner import Practitioner
from helsebro.payer import Country

EntryStatus = Literal["waiting", "offered", "booked", "ended"]
MOST_OFFERS = 3
"""After so many offers that were not taken the entry ends, so that others do not wait for the member."""
MOST_OPEN = 5
"""The most open entries under one guarantee."""
OPEN: frozenset[EntryStatus] = frozenset({"waiting", "offered"})


@dataclass(frozen=True)
class WaitlistEntry:
    """One place on the waitlist; ``earliest`` and ``latest`` are local days in ``country``, both count.

    With a ``practitioner_id`` it waits for that practitioner, with only a ``clinic_id`` for any practitioner
    of the clinic, else for any near the ``postcode``. It ``follows_match`` when the member named no one: its
    place is then that of the guarantee, wherever the client is matched. ``service`` is None for any.
    ``valid_until`` is the last day of the guarantee. ``passed`` are the slots that were offered and not
    taken. ``version`` counts the changes.
    """

    waitlist_id: WaitlistId
    claim_id: ClaimId
    guarantee_id: GuaranteeId
    payer: str
    person_id: PersonId
    treatment: str
    country: Country
    earliest: date
    latest: date
    valid_until: date
    joined_at: datetime
    practitioner_id: PractitionerId | None = None
    clinic_id: ClinicId | None = None
    postcode: str | None = None
    follows_match: bool = False
    service: Consultation | None = None
    status: EntryStatus = "waiting"
    offer: SlotOffer | None = None
    passed: tuple[SlotId, ...] = ()
    booking_id: BookingId | None = None
    ended_because: EndedBecause | None = None
    ended_at: datetime | None = None
    version: int = 1

    @classmethod
    def of(cls, guarantee: Guarantee, wish: WaitlistWish, at: datetime, randomness: bytes) -> WaitlistEntry:
        """Returns a new entry. A guarantee that is bound to a clinic or practitioner waits there.

        Raises ``BadInput`` for days that are over and for no place to wait at, ``TreatmentNotOffered``, and
        the errors of ``must_cover``.
        """
        at_whom = wish.practitioner or guarantee
        practitioner_id, clinic_id = at_whom.practitioner_id, at_whom.clinic_id
        faults = wish.faults(local_day(at, guarantee.country), guarantee.country)
        if not (practitioner_id or clinic_id or wish.postcode):
            faults.append(Fault("/postcode", "waitlist-place-missing", ""))
        if faults:
            raise BadInput(faults)
        must_cover_wish(guarantee, wish, at)
        return cls(
            waitlist_id=WaitlistId(ids.within("wtl", guarantee.guarantee_id, randomness)),
            claim_id=guarantee.claim_id,
            guarantee_id=guarantee.guarantee_id,
            payer=guarantee.payer,
            person_id=guarantee.person_id,
            treatment=guarantee.treatment,
            country=guarantee.country,
            earliest=wish.earliest,
            latest=wish.latest,
            valid_until=guarantee.valid_until,
            joined_at=at,
            practitioner_id=practitioner_id,
            clinic_id=clinic_id,
            postcode=None if wish.practitioner else wish.postcode,
            follows_match=wish.practitioner is None,
            service=wish.service,
        )

    @property
    def is_open(self) -> bool:
        """Whether it waits, or has an offer."""
        return self.status in OPEN

    @property
    def is_placed(self) -> bool:
        """Whether it waits at a clinic or a practitioner, however far away."""
        return bool(self.practitioner_id or self.clinic_id)

    def fits(self, slot: Slot, postcode: str, opened_at: datetime | None = None) -> bool:
        """Whether the slot is one to offer: it became free while the entry waited, on one of its days.

        ``postcode`` is that of the slot's address, ``opened_at`` when its practitioner began to take clients
        on its day. A slot that was offered and not taken is not offered to the entry again.
        """
        opened = opened_at is not None and opened_at >= self.joined_at
        return (
            self.earliest <= local_day(slot.starts_at, self.country) <= self.latest
            and is_wanted(slot.service, self.service)
            and slot.slot_id not in self.passed
            and (opened or slot.became_free(self.joined_at))
            and (self.is_placed or is_near(self.country, self.postcode or "", postcode))
        )

    def offered(
        self, slot: Slot, at: datetime, randomness: bytes, notice_hours: int = DEFAULT_NOTICE_HOURS
    ) -> WaitlistEntry:
        """Returns the entry with the slot offered, under the clinic's notice window.

        Raises ``EntryClosed`` unless it waits.
        """
        if self.status != "waiting":
            raise EntryClosed()
        return self._changed(status="offered", offer=SlotOffer.of(slot, at, randomness, notice_hours))

    def open_offer(self, at: datetime) -> SlotOffer:
        """Returns the offer to accept. Raises ``EntryClosed``, ``NothingOffered`` and ``OfferExpired``."""
        offer = self.present_offer()
        if not offer.is_open(at):
            raise OfferExpired()
        return offer

    def present_offer(self) -> SlotOffer:
        """Returns the offer, open or expired. Raises ``EntryClosed`` and ``NothingOffered``."""
        self._must_be_open()
        if self.offer is None:
            raise NothingOffered()
        return self.offer

    def booked(self, booking_id: BookingId, at: datetime) -> WaitlistEntry:
        """Returns the entry after the offered slot was booked. Raises ``EntryClosed``, ``NothingOffered``."""
        self.present_offer()
        return self._changed(status="booked", booking_id=booking_id, ended_at=at, offer=None)

    def passed_on(self, at: datetime) -> WaitlistEntry:
        """Returns the entry after its offer was declined or expired: it waits again, or ends after the third.

        Raises ``EntryClosed`` and ``NothingOffered``.
        """
        offer = self.present_offer()
        passed = (*self.passed, offer.slot_id)
        if len(passed) >= MOST_OFFERS:
            return self._changed(passed=passed).ended("offers-missed", at)
        return self._changed(status="waiting", offer=None, passed=passed)

    def without_offer(self) -> WaitlistEntry:
        """Returns the entry after the clinic withdrew the offered slot, which is not the member's doing."""
        self.present_offer()
        return self._changed(status="waiting", offer=None)

    def has_lost_its_slot_since(self, before: WaitlistEntry) -> bool:
        """Whether it waits again where it did, and the offer of before was neither declined nor missed."""
        places = {(each.practitioner_id, each.clinic_id) for each in (before, self)}
        offer = before.offer if self.status == "waiting" and len(places) == 1 else None
        return offer is not None and offer.slot_id not in self.passed

    def left_slot_since(self, before: WaitlistEntry) -> SlotOffer | None:
        """Returns the offer of before, if the member did not take it: declined, missed, or left behind.

        No entry of the same guarantee gets its slot again.
        """
        offer = before.offer
        if offer is None or self.offer:
            return None
        return offer if offer.slot_id in self.passed or self.ended_because == "withdrawn" else None

    def at_practitioner(self, practitioner: Practitioner, at: datetime) -> WaitlistEntry:
        """Returns the entry as its practitioner is now: ended when they have left the clinic.

        One that follows the match waits for the next match instead.
        """
        is_theirs = self.practitioner_id == practitioner.practitioner_id and not self.follows_match
        if not (self.is_open and is_theirs and practitioner.ended_at):
            return self
        return self.ended("practitioner-left", at)

    def ended(self, because: EndedBecause, at: datetime) -> WaitlistEntry:
        """Returns the entry as ended. Raises ``EntryClosed``."""
        self._must_be_open()
        return self._changed(status="ended", ended_because=because, ended_at=at, offer=None)

    def following(self, guarantee: Guarantee, at: datetime, *, has_consent: bool) -> WaitlistEntry:
        """Returns the entry as its guarantee and its consent are now: elsewhere, later in line, or ended.

        Without a consent in force nothing is passed on to a clinic, so no slot is offered (F4-16).
        """
        if not self.is_open:
            return self
        because = why_over(guarantee, self, has_consent=has_consent)
        if because:
            return self.ended(because, at)
        practitioner_id = guarantee.practitioner_id
        clinic_id, valid_until = guarantee.clinic_id, guarantee.valid_until
        if not self.follows_match:
            practitioner_id, clinic_id = self.practitioner_id or practitioner_id, self.clinic_id or clinic_id
        place, is_in_vain = (practitioner_id, clinic_id, valid_until), self._is_offered_in_vain(guarantee)
        if not is_in_vain and place == (self.practitioner_id, self.clinic_id, self.valid_until):
            return self
        moved = self._changed(practitioner_id=practitioner_id, clinic_id=clinic_id, valid_until=valid_until)
        # A slot that the guarantee no longer pays for is offered to others.
        return replace(moved, status="waiting", offer=None) if is_in_vain else moved

    def _is_offered_in_vain(self, guarantee: Guarantee) -> bool:
        """Whether the guarantee pays for no session in the offered slot, there or as a second first one."""
        offer = self.offer
        if offer is None:
            return False
        is_declined = guarantee.was_declined_at(offer.clinic_id, offer.practitioner_id)
        is_second_first = any(against_another_first(guarantee, offer.service))
        return is_declined or is_second_first or not is_bound_to(guarantee, offer)

    def _must_be_open(self) -> None:
        if not self.is_open:
            raise EntryClosed()

    def _changed(self, **changes: object) -> WaitlistEntry:
        return replace(self, version=self.version + 1, **changes)  # type: ignore[arg-type]
