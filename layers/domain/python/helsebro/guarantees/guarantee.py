"""Guarantee: the payer's promise to a clinic to pay a number of sessions of a treatment (F0-14, F0-15)."""

from __future__ import annotations

import hashlib
from base64 import b32encode
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Literal

from helsebro import ids
from helsebro.errors import Conflict
from helsebro.ids import ClaimId, ClinicId, GuaranteeId, PersonId, PractitionerId, TaskId
from helsebro.local_day import local_day
from helsebro.money import Money
from helsebro.payer import Contact, Country

GuaranteeStatus = Literal["active", "used", "expired", "revoked"]
READABLE = str.maketrans("abcdefghijklmnopqrstuvwxyz234567", "0123456789ABCDEFGHJKMNPQRSTVWXYZ")


class AlreadyRevoked(Conflict):
    """The guarantee was revoked before."""

    code = "guarantee-already-revoked"


@dataclass(frozen=True)
class Fee:
    """The agreed price of one session of a service: ``first``, ``follow-up`` or ``debriefing`` (F0-15)."""

    service: str
    amount: Money


@dataclass(frozen=True)
class Guarantee:
    """The frame of cover: sessions, period, service and fee, with its own contact (F0-15, F0-25).

    ``number`` is for people and invoices; ``case_reference`` (SakID, F2-09) does not identify a person.
    ``status`` is stored as ``active`` or ``revoked``; ``status_on`` also returns ``used`` and ``expired``.
    ``sessions_booked`` counts the booked and held sessions, ``sessions_used`` only the held. ``valid_until``
    is the last valid day, in the time zone of ``country``. ``fee`` is the price of a follow-up session.
    ``payer_endpoint`` is the scheme and number that invoices are addressed to. ``task_id`` is the task whose
    decision it comes from. ``extended_at`` is the latest decision that added sessions or time (F1-25),
    ``revoked_on`` the last valid day of a revoked guarantee. ``version`` counts the changes by staff, not
    those by bookings.
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
    version: int = 1
    revoked_on: date | None = None
    revocation_reason: str | None = field(default=None, repr=False)

    @property
    def sessions_left(self) -> int:
        """The number of sessions not yet held."""
        return max(self.sessions_granted - self.sessions_used, 0)

    @property
    def sessions_free(self) -> int:
        """The number of sessions that can still be booked."""
        return max(self.sessions_granted - self.sessions_booked, 0)

    def status_on(self, day: date) -> GuaranteeStatus:
        """Returns its status on a day in the time zone of the case (F0-26)."""
        return status_of(self.status, self.sessions_left, self.valid_until, day)

    def covers(self, day: date) -> bool:
        """Returns whether it is active and its period includes the day."""
        return self.status == "active" and self.valid_from <= day <= self.valid_until

    def price_of(self, service: str) -> Money | None:
        """Returns the price of a session of the service; None when no price is agreed."""
        return next((fee.amount for fee in self.fees if fee.service == service), self.fee)

    def extend(self, sessions: int, valid_until: date, at: datetime) -> Guarantee:
        """Returns the guarantee with more sessions, valid until that day or its own later one (F0-26)."""
        return replace(
            self,
            sessions_granted=self.sessions_granted + sessions,
            valid_until=max(self.valid_until, valid_until),
            extended_at=max(self.extended_at or at, at),
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
