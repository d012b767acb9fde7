"""Guarantee: the payer's promise to a clinic to pay a number of sessions of a treatment (F0-14, F0-15)."""

from __future__ import annotations

import hashlib
from base64 import b32encode
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import ROUND_DOWN
from typing import Literal

from helsebro import ids
from helsebro.coverage.asked.price_unit import PriceUnit
from helsebro.errors import Conflict
from helsebro.guarantees.client_match import ClientMatch
from helsebro.ids import BookingId, ClaimId, ClinicId, GuaranteeId, PersonId, PractitionerId, TaskId
from helsebro.local_day import local_day
from helsebro.money import CENT, Money
from helsebro.network.treating_place import TreatingPlace, is_among
from helsebro.payer import Contact, Country
from helsebro.tariffs.fee import Fee

GuaranteeStatus = Literal["active", "used", "expired", "revoked"]
READABLE = str.maketrans("abcdefghijklmnopqrstuvwxyz234567", "0123456789ABCDEFGHJKMNPQRSTVWXYZ")


class AlreadyRevoked(Conflict):
    """The guarantee was revoked before."""

    code = "guarantee-already-revoked"


@dataclass(frozen=True)
class GrantedExtension:
    """What one extension added: so many sessions, a later last day, or both (F1-25, F4-34).

    ``valid_until`` is the new last day, None when the last day stayed. ``per_session`` is what each of the
    sessions added to the price for all; None when they cost what the guarantee's sessions cost.
    """

    granted_at: datetime
    sessions: int = 0
    valid_until: date | None = None
    per_session: Money | None = None


@dataclass(frozen=True)
class Guarantee:
    """The frame of cover: sessions, period, service and fee, with its own contact (F0-15, F0-25).

    ``number`` is for people and invoices; ``case_reference`` (SakID, F2-09) does not identify a person.
    ``status`` is stored as ``active`` or ``revoked``; ``status_on`` also returns ``used`` and
    ``expired``. ``sessions_booked`` counts the booked and held sessions, ``sessions_used`` only the held;
    a session that a refund paid counts as held. ``valid_until`` is the last valid day, in the time zone
    of ``country``. ``fee`` is the price of a follow-up session, or of all sessions together when
    ``fee_for`` is ``whole``: then each session of the grant is an equal part of what the grant promised, and
    the sessions of an extension cost what the extension added.
    ``settlement`` is ``direct`` when the payer pays the clinic, and ``refund`` when the member pays the
    practitioner first: ``fee`` is then the most that is refunded, None when that is open.
    ``payer_endpoint`` is the scheme and number that invoices are addressed to. ``task_id`` is the task
    whose decision it comes from. ``extended_at`` is the latest decision that added sessions or time
    (F1-25), and ``extensions`` is what each added, oldest first. ``revoked_on`` is the last valid day of
    a revoked guarantee. ``paper_languages`` are the languages that its paper is printed in.
    ``begin_by`` is the last day of the first session, None when there is no such day; ``begun_on`` is the day
    of the first session that was reported as held or paid back. ``match`` is the
    latest match with a clinic, ``declines`` are those that clinics declined, oldest first. ``version``
    counts the changes by staff and by declines, not those by bookings. ``course_ended_at`` is when the clinic
    reported the treatment as finished; an extension or another match goes on with it. ``first_booking_id`` is
    its first consultation, booked or held (F0-09).
    """

    guarantee_id: GuaranteeId
    number: str
    case_reference: str
    claim_id: ClaimId
    payer: str
    person_id: PersonId
    status: GuaranteeStatus
    treatment: str
    sessions_granted: int
    sessions_booked: int
    sessions_used: int
    valid_from: date
    valid_until: date
    fee: Money | None
    contact: Contact
    payer_endpoint: tuple[str, ...]
    clinic_id: ClinicId | None = None
    practitioner_id: PractitionerId | None = None
    fees: tuple[Fee, ...] = ()
    country: Country = "DK"
    task_id: TaskId = TaskId("")
    issued_at: datetime | None = None
    extended_at: datetime | None = None
    extensions: tuple[GrantedExtension, ...] = ()
    paper_languages: tuple[str, ...] = ()
    settlement: Literal["direct", "refund"] = "direct"
    begin_by: date | None = None
    begun_on: date | None = None
    fee_for: PriceUnit = "session"
    version: int = 1
    revoked_on: date | None = None
    revocation_reason: str | None = field(default=None, repr=False)
    match: ClientMatch | None = None
    declines: tuple[ClientMatch, ...] = ()
    course_ended_at: datetime | None = None
    first_booking_id: BookingId | None = None

    @property
    def is_matched(self) -> bool:
        """Whether staff chose its clinic and the clinic has not declined."""
        return self.match is not None and self.match.status == "matched"

    @property
    def declined_by(self) -> tuple[TreatingPlace, ...]:
        """Where its client is not to be treated: the clinics that declined, and the practitioners who did so
        for themselves. Who is matched again no longer counts, and a practitioner only when matched by name.
        """
        return tuple(past.closed_place for past in self.declines if not self._is_lifted(past))

    def was_declined_at(self, clinic_id: ClinicId, practitioner_id: PractitionerId | None) -> bool:
        """Whether that clinic, or that practitioner of it, declined its client."""
        return is_among((clinic_id, practitioner_id), self.declined_by)

    def _is_lifted(self, past: ClientMatch) -> bool:
        match = self.match
        if match is None or not (self.is_matched and match.again and match.clinic_id == past.clinic_id):
            return False
        _, closed = past.closed_place
        return closed is None or match.practitioner_id == closed

    @property
    def sessions_left(self) -> int:
        """The number of sessions not yet held."""
        return max(self.sessions_granted - self.sessions_used, 0)

    @property
    def sessions_free(self) -> int:
        """The number of sessions that can still be booked."""
        return max(self.sessions_granted - self.sessions_booked, 0)

    @property
    def first_session_by(self) -> date | None:
        """The last day of the first session while none is held; None when there is no such day."""
        return None if self.sessions_used else self.begin_by

    def status_on(self, day: date) -> GuaranteeStatus:
        """Returns its status on a day in the time zone of the case (F0-26); one that lapsed has expired."""
        until = self.begin_by if self.has_lapsed_on(day) and self.begin_by else self.valid_until
        return status_of(self.status, self.sessions_left, until, day)

    def has_lapsed_on(self, day: date) -> bool:
        """Returns whether the last day of the first session is past and no session is booked (R-7144)."""
        return self.begins_too_late(day, self.sessions_booked)

    def begins_too_late(self, day: date, booked: int) -> bool:
        """Returns whether a session on a day would be the first, after the last day to begin.

        ``booked`` are the other sessions that are booked or held.
        """
        return self.begin_by is not None and day > self.begin_by and not booked

    def covers(self, day: date) -> bool:
        """Returns whether it is active and its period includes the day."""
        return self.status == "active" and self.valid_from <= day <= self.valid_until

    @property
    def session_fee(self) -> Money | None:
        """The fee of one session, without those that an extension gave a price; None without a price."""
        whole = self.fee_before_extensions
        if whole is None or self.fee_for == "session":
            return self.fee
        return part_of(whole, self.sessions_granted - sum(more.sessions for more in self.priced_apart))

    def price_of(self, service: str, place: int = 1) -> Money | None:
        """Returns the price of a session of the service; None when no price is agreed.

        ``place`` is its place among the guarantee's sessions by day. Under a price for all, those that an
        extension added come last, at its price: else they would change what the earlier ones cost, of which
        some are paid, and all together would cost another sum than was promised.
        """
        return next((fee.amount for fee in self.fees if fee.service == service), self._fee_at(place))

    def price_of_all(self, services: Iterable[str], place: int = 1) -> Money | None:
        """Returns the price of sessions of these services together; None without any, or without a price."""
        prices = [self.price_of(service, place) for service in services]
        known = [price for price in prices if price]
        return sum(known[1:], known[0]) if known and len(known) == len(prices) else None

    def _fee_at(self, place: int) -> Money | None:
        after = self.sessions_granted
        for more in reversed(self.priced_apart):
            after -= more.sessions
            if place > after:
                return more.per_session
        return self.session_fee

    @property
    def priced_apart(self) -> tuple[GrantedExtension, ...]:
        """The extensions whose sessions have a price of their own beside a price for all, oldest first."""
        if self.fee_for == "session":
            return ()
        return tuple(more for more in self.extensions if more.per_session and more.sessions)

    @property
    def fee_before_extensions(self) -> Money | None:
        """The fee that the grant promised, without what extensions added to a price for all."""
        fee = self.fee
        for extension in self.extensions:
            if fee and extension.per_session:
                fee = fee - extension.per_session * extension.sessions
        return fee

    def extend(
        self, sessions: int, valid_until: date, at: datetime, per_session: Money | None = None
    ) -> Guarantee:
        """Returns the guarantee with more sessions, valid until that day or its own later one (F0-26).

        ``per_session`` is what each of them adds to a price for all sessions.
        """
        until = valid_until if valid_until > self.valid_until else None
        added = GrantedExtension(at, sessions, until, per_session)
        return replace(
            self,
            fee=self.fee + per_session * sessions if self.fee and per_session else self.fee,
            sessions_granted=self.sessions_granted + sessions,
            valid_until=max(self.valid_until, valid_until),
            extended_at=max(self.extended_at or at, at),
            extensions=(*self.extensions, added),
            version=self.version + 1,
        )

    def revoke(self, reason: str, at: datetime) -> Guarantee:
        """Returns the guarantee as revoked: no later session is covered. Raises ``AlreadyRevoked``."""
        if self.status == "revoked":
            raise AlreadyRevoked()
        return replace(
            self,
            status="revoked",
            revoked_on=local_day(at, self.country),
            revocation_reason=reason,
            version=self.version + 1,
        )

    @property
    def last_day(self) -> date:
        """The last day on which it covers a session: the end of its period, or the day it was revoked."""
        return min(self.valid_until, self.revoked_on or self.valid_until)


def part_of(whole: Money, sessions: int) -> Money:
    """Returns the equal part of a price that one session is, rounded down to the cent."""
    return replace(whole, amount=(whole.amount / max(sessions, 1)).quantize(CENT, ROUND_DOWN))


def status_of(status: GuaranteeStatus, sessions_left: int, valid_until: date, day: date) -> GuaranteeStatus:
    """Returns the status on a day of a guarantee that is stored as ``active`` or ``revoked``."""
    if status == "revoked":
        return "revoked"
    if not sessions_left:
        return "used"
    return "expired" if day > valid_until else status


def id_for(task_id: TaskId) -> GuaranteeId:
    """Returns the id of a task's guarantee: always the same, so that a retry finds it (promise 4)."""
    digest = hashlib.sha256(f"guarantee:{task_id}".encode()).digest()
    return GuaranteeId(ids.within("gar", task_id, digest))


def number_for(guarantee_id: GuaranteeId, issued_on: date) -> str:
    """Returns its number: the year and ten characters that are hard to misread, ``G26-7K3Q9-M2X4T``.

    The groups of five make sure that it does not look like a person's national number.
    """
    digest = hashlib.sha256(f"number:{guarantee_id}".encode()).digest()
    text = b32encode(digest[:10]).decode().lower()[:10].translate(READABLE)
    return f"G{issued_on:%y}-{text[:5]}-{text[5:]}"
