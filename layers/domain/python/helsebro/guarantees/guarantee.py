"""Guarantee: the payer's word to a clinic that so many sessions of one treatment are paid (F0-14, F0-15)."""

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

Status = Literal["active", "used", "expired", "revoked"]
READABLE = str.maketrans("abcdefghijklmnopqrstuvwxyz234567", "0123456789ABCDEFGHJKMNPQRSTVWXYZ")


class AlreadyRevoked(Conflict):
    """A guarantee is revoked once."""

    code = "guarantee-already-revoked"


@dataclass(frozen=True)
class Fee:
    """The agreed price of one session of a service: ``first``, ``follow-up`` or ``debriefing`` (F0-15)."""

    service: str
    amount: Money


@dataclass(frozen=True)
class Guarantee:
    """The frame of cover: count, period, service and fee, with its own contact (F0-15, F0-25).

    ``number`` is for people and invoices, ``case_reference`` (SakID, F2-09) leads nobody to a person.
    ``status`` is stored as ``active`` or ``revoked``; ``status_on`` also tells used up and expired.
    ``sessions_booked`` counts bookings that stand, held ones too; ``sessions_used`` the held. ``valid_until``
    is the last day that counts, in the time zone of ``country``. ``fee`` is one follow-up session's price.
    ``payer_endpoint`` is the scheme and number that invoices are addressed to. ``task_id`` names the decision
    it came from. ``extended_at`` is the latest decision that gave it more sessions or time (F1-25),
    ``revoked_on`` the last day that counts of a revoked one. ``version`` counts the changes that staff make;
    bookings are none.
    """

    guarantee_id: GuaranteeId
    number: str
    case_reference: str
    claim_id: ClaimId
    payer: str
    person_id: PersonId
    status: Status
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
        """Sessions not yet held."""
        return max(self.sessions_granted - self.sessions_used, 0)

    @property
    def sessions_free(self) -> int:
        """Sessions that can still be booked."""
        return max(self.sessions_granted - self.sessions_booked, 0)

    def status_on(self, day: date) -> Status:
        """Its status on a day of the case's own time zone (F0-26)."""
        if self.status == "revoked":
            return "revoked"
        if not self.sessions_left:
            return "used"
        return "expired" if day > self.valid_until else self.status

    def covers(self, day: date) -> bool:
        """Whether a session on that day lies in its period."""
        return self.status == "active" and self.valid_from <= day <= self.valid_until

    def price_of(self, service: str) -> Money | None:
        """What was agreed for one session of the service; None where nothing was."""
        return next((fee.amount for fee in self.fees if fee.service == service), self.fee)

    def extend(self, sessions: int, valid_until: date, at: datetime) -> Guarantee:
        """The same guarantee with so many sessions more, until that day or the later one it has (F0-26)."""
        return replace(
            self,
            sessions_granted=self.sessions_granted + sessions,
            valid_until=max(self.valid_until, valid_until),
            extended_at=max(self.extended_at or at, at),
            version=self.version + 1,
        )

    def revoke(self, reason: str, at: datetime) -> Guarantee:
        """The same guarantee, good for no session after that day. Raises ``AlreadyRevoked``."""
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
        """The last day on which a session counts: the end of its period, or the day it was revoked."""
        return min(self.valid_until, self.revoked_on or self.valid_until)


def id_for(task_id: TaskId) -> GuaranteeId:
    """The id of the one guarantee that a decision can lead to: a retried step finds it again (promise 4)."""
    return GuaranteeId(ids.within("gar", task_id, hashlib.sha256(f"guarantee:{task_id}".encode()).digest()))


def number_for(guarantee_id: GuaranteeId, issued_on: date) -> str:
    """Its number: the year and ten characters that are hard to misread, ``G26-7K3Q9-M2X4T``.

    In groups of five, so that no one takes it for the number of a person.
    """
    digest = hashlib.sha256(f"number:{guarantee_id}".encode()).digest()
    text = b32encode(digest[:10]).decode().lower()[:10].translate(READABLE)
    return f"G{issued_on:%y}-{text[:5]}-{text[5:]}"
