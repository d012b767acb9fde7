"""Clinic: where practitioners treat, with the checklist it completes before its first client (F0-10)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Literal

from helsebro.caller import NETWORK, Caller
from helsebro.errors import Conflict, HelsebroError, NotAllowed, NotFound
from helsebro.ids import ClinicId, PersonId
from helsebro.network.address import Address
from helsebro.network.clinic_details import DEFAULT_NOTICE_HOURS, ClinicDetails
from helsebro.network.consultation import Service
from helsebro.network.joining.clinic_ending import ClinicEnding, EndedWhy
from helsebro.network.team.former_email import FormerEmail, kept_after
from helsebro.payer import Country
from helsebro.payments.payouts.payout_choice import PaidBy, PayoutChoice, choosing

ClinicStatus = Literal["applied", "active", "ended"]
WITHOUT_SYSTEM = "other"
"""The clinic system of a clinic that works in the browser."""


class ClinicEnded(Conflict):
    """The clinic's application has ended: nothing about the clinic changes, and it may apply again."""

    code = "clinic-ended"


class ContractNotSigned(Conflict):
    """Until the contract is signed the clinic reaches no one in our name, and its system has no secret."""

    code = "contract-not-signed"


@dataclass(frozen=True)
class ClinicContact:
    """How the platform and members contact the clinic."""

    phone: str
    email: str


@dataclass(frozen=True)
class Checklist:
    """The six steps until clients can find a clinic, each with the time it was completed or None (F0-10)."""

    applied: datetime | None = None
    system_connected: datetime | None = None
    contract_signed: datetime | None = None
    details_filled: datetime | None = None
    services_published: datetime | None = None
    active: datetime | None = None

    @property
    def is_ready(self) -> bool:
        """Whether every step but the last is done, so that the clinic can become active (F0-06)."""
        steps = (self.applied, self.system_connected, self.contract_signed, self.details_filled)
        return all((*steps, self.services_published))


@dataclass(frozen=True)
class Clinic:
    """A clinic. ``signatory_id`` is the person who may sign for it (F0-03), ``clinic_system`` its vendor.

    ``first_published_at`` and ``follow_up_published_at`` are when the clinic first published each of the two
    services it must offer (F0-09). ``consented_at`` is when the signatory let the clinic's system share its
    data with the platform (F0-07). ``address`` is where it is, None until it reports it (F0-21). ``ending``
    is why it is ``ended``. ``account_since`` is since when it has had an account to be paid to that it
    registered, None without one. ``former_emails`` are addresses that were replaced lately. ``payouts`` are
    its choices how it is paid. ``version`` counts its changes.
    """

    clinic_id: ClinicId
    name: str
    cvr: str
    country: Country
    contact: ClinicContact
    status: ClinicStatus
    checklist: Checklist
    clinic_system: str = "other"
    signatory_id: str | None = None
    first_published_at: datetime | None = None
    follow_up_published_at: datetime | None = None
    consented_at: datetime | None = None
    consent_text_version: str | None = None
    details: ClinicDetails | None = None
    ending: ClinicEnding | None = None
    version: int = 1
    address: Address | None = None
    account_since: datetime | None = None
    former_emails: tuple[FormerEmail, ...] = ()
    payouts: tuple[PayoutChoice, ...] = ()

    @property
    def takes_clients(self) -> bool:
        """Whether members may find and book it (F0-06, F0-22)."""
        return self.status == "active"

    @property
    def notice_hours(self) -> int:
        """The hours before a session in which a cancellation is late."""
        return self.details.notice_hours if self.details else DEFAULT_NOTICE_HOURS

    @property
    def has_signed(self) -> bool:
        """Whether its contract is signed, which an active clinic always has done (F0-06)."""
        return self.status == "active" or self.checklist.contract_signed is not None

    def must_have_signed(self) -> None:
        """Raises ``ContractNotSigned`` before an act that reaches someone outside, such as a mail."""
        if not self.has_signed:
            raise ContractNotSigned()

    def is_seen_by(self, caller: Caller) -> bool:
        """Whether the caller is its own system or user, its signatory, or the platform's network staff."""
        own = caller.clinic_id == self.clinic_id
        return own or self.is_run_by(caller) or NETWORK in caller.rights

    def is_run_by(self, caller: Caller) -> bool:
        """Whether the caller is its own system or its signatory."""
        signatory = bool(caller.person_id) and caller.person_id == self.signatory_id
        return caller.runs(self.clinic_id) or signatory

    def must_be_read_by(self, caller: Caller) -> None:
        """Raises unless the caller is its own system or its signatory.

        Raises ``NotAllowed`` for a practitioner of the clinic, who may see it, and ``NotFound`` for others.
        """
        if not self.is_run_by(caller):
            raise self._refusal(caller)

    def must_be_run_by(self, caller: Caller) -> None:
        """Raises as ``must_be_read_by``, and ``ClinicEnded``, for a caller who changes something."""
        self.must_be_read_by(caller)
        self._must_go_on()

    def must_be_signed_for_by(self, caller: Caller) -> None:
        """Raises unless the caller is its signatory, as ``must_be_run_by``."""
        self.must_be_read_by_signatory(caller)
        self._must_go_on()

    def must_be_read_by_signatory(self, caller: Caller) -> None:
        """Raises unless the caller is its signatory, as ``must_be_read_by``."""
        if not caller.person_id or caller.person_id != self.signatory_id:
            raise self._refusal(caller)

    def publishing(self, services: Iterable[Service], at: datetime) -> Clinic:
        """Returns the clinic after it published slots of these services.

        With both services published it becomes active if the rest of the checklist is done (F0-09).
        """
        published = set(services)
        first = self.first_published_at or (at if "first" in published else None)
        follow_up = self.follow_up_published_at or (at if "follow-up" in published else None)
        if (first, follow_up) == (self.first_published_at, self.follow_up_published_at):
            return self
        both = max(first, follow_up) if first and follow_up else None
        checklist = replace(self.checklist, services_published=self.checklist.services_published or both)
        return self._with(checklist, at, first_published_at=first, follow_up_published_at=follow_up)

    def signed(self, by: PersonId, at: datetime) -> Clinic:
        """Returns the clinic after its signatory signed the contract (F0-06)."""
        return self._with(replace(self.checklist, contract_signed=at), at, signatory_id=by)

    def consenting(self, *, given: bool, text_version: str, at: datetime) -> Clinic:
        """Returns the clinic after it let its system share data, or no longer does (F0-07).

        A clinic without a system of its own is connected at once; without a consent none is connected.
        """
        if given == (self.consented_at is not None):
            return self
        if not given:
            cut_off = replace(self, checklist=replace(self.checklist, system_connected=None))
            return replace(cut_off, consented_at=None, consent_text_version=None, version=self.version + 1)
        consented = replace(self, consented_at=at, consent_text_version=text_version)
        return consented._connecting(at) if self.clinic_system == WITHOUT_SYSTEM else consented._next()

    def connected(self, at: datetime) -> Clinic:
        """Returns the clinic after a signed call of its system, which connects it once it has consented."""
        if self.checklist.system_connected or self.consented_at is None:
            return self
        return self._connecting(at)

    def detailed(
        self, details: ClinicDetails, contact: ClinicContact, address: Address, at: datetime
    ) -> Clinic:
        """Returns the clinic with what its signatory filled in (F0-08)."""
        if (details, contact, address) == (self.details, self.contact, self.address):
            return self
        filled = self.checklist.details_filled or at
        checklist = replace(self.checklist, details_filled=filled)
        former = kept_after(self.former_emails, self.contact.email, contact.email, at)
        changes = {"details": details, "contact": contact, "address": address, "former_emails": former}
        return self._with(checklist, at, **changes)

    def ended(self, why: EndedWhy, at: datetime, reason: str | None = None) -> Clinic:
        """Returns the clinic after its onboarding ended without a contract."""
        return replace(self, status="ended", ending=ClinicEnding(why, at, reason), version=self.version + 1)

    def changed(
        self,
        *,
        name: str | None,
        phone: str | None,
        email: str | None,
        address: Address | None,
        at: datetime,
    ) -> Clinic:
        """Returns the clinic with the details it reports (F0-21); None leaves a field unchanged."""
        contact = replace(self.contact, phone=phone or self.contact.phone, email=email or self.contact.email)
        after = replace(self, name=name or self.name, contact=contact, address=address or self.address)
        if after == self:
            return self
        former = kept_after(self.former_emails, self.contact.email, contact.email, at)
        return replace(after, former_emails=former, version=self.version + 1)

    def lately_reached_at(self, at: datetime) -> tuple[str, ...]:
        """Returns the other addresses at which it was reached in the days before."""
        mailed = (each.email for each in self.former_emails if each.was_in_force(at))
        return tuple(dict.fromkeys(email for email in mailed if email != self.contact.email))

    def paid_to(self, since: datetime | None) -> Clinic:
        """Returns the clinic with the time since when it has had a registered account, None without one."""
        if since == self.account_since:
            return self
        return replace(self, account_since=since, version=self.version + 1)

    @property
    def paid_by_now(self) -> PaidBy:
        """How it is paid for the sessions to come (F1-06)."""
        return self.payouts[-1].paid_by if self.payouts else "invoice"

    def choosing_to_be_paid(self, paid_by: PaidBy, at: datetime) -> Clinic:
        """Returns the clinic with what it chose; it counts from the next session on (F1-06)."""
        payouts = choosing(self.payouts, paid_by, at)
        return self if payouts == self.payouts else replace(self, payouts=payouts, version=self.version + 1)

    def _must_go_on(self) -> None:
        if self.status == "ended":
            raise ClinicEnded()

    def _refusal(self, caller: Caller) -> HelsebroError:
        return NotAllowed("role-missing") if caller.clinic_id == self.clinic_id else NotFound()

    def _connecting(self, at: datetime) -> Clinic:
        connected = self.checklist.system_connected or at
        return self._with(replace(self.checklist, system_connected=connected), at)

    def _with(self, checklist: Checklist, at: datetime, **changes: Any) -> Clinic:
        changed = replace(self, checklist=checklist, version=self.version + 1, **changes)
        return changed._activated(at)

    def _next(self) -> Clinic:
        return replace(self, version=self.version + 1)

    def _activated(self, at: datetime) -> Clinic:
        if self.status != "applied" or not self.checklist.is_ready:
            return self
        return replace(self, status="active", checklist=replace(self.checklist, active=at))
