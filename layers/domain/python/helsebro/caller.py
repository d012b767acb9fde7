"""Caller: a member, staff of a payer or of the platform, a clinic's system or user, or anyone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum

from helsebro.errors import NotAllowed
from helsebro.ids import ClinicId, PersonId, PractitionerId


class Right(Enum):
    """A role that a caller may act in; each route lists the ones it allows (api.md, Who calls)."""

    ANYONE = "anyone"
    MEMBER = "member"
    EMPLOYER = "employer"
    CLINIC_SYSTEM = "clinic-system"
    CLINIC_USER = "clinic-user"
    CASEWORKER = "caseworker"
    FINANCE = "finance"
    QUALITY = "quality"
    UNDERWRITING = "underwriting"
    NETWORK = "network"
    AUDITOR = "auditor"
    PLATFORM = "platform"


ANYONE = Right.ANYONE
MEMBER = Right.MEMBER
EMPLOYER = Right.EMPLOYER
CLINIC_SYSTEM = Right.CLINIC_SYSTEM
CLINIC_USER = Right.CLINIC_USER
CASEWORKER = Right.CASEWORKER
FINANCE = Right.FINANCE
QUALITY = Right.QUALITY
UNDERWRITING = Right.UNDERWRITING
NETWORK = Right.NETWORK
AUDITOR = Right.AUDITOR
PLATFORM = Right.PLATFORM

PAYER_ROLES = frozenset({CASEWORKER, FINANCE, QUALITY, UNDERWRITING})
PLATFORM_ROLES = frozenset({NETWORK, AUDITOR, PLATFORM})
STAFF = PAYER_ROLES | PLATFORM_ROLES


def nothing_stored(_: PersonId, __: str) -> tuple[PersonId, ...] | None:
    """Returns None: no family of the person is stored."""
    return None


@dataclass(frozen=True)
class Caller:
    """A verified caller.

    ``subject`` identifies the caller in idempotency keys and the audit trail; it holds nothing personal.
    A member has ``person_id`` and ``born_on``, a payer's staff ``payer`` (empty for the platform's staff),
    an employer ``cvr``, a clinic's system ``clinic_id``. A person who acts for a clinic has ``person_id`` and
    ``clinic_id``: the signatory acts for the whole clinic, a practitioner (``practitioner_id``) for the own
    clients. ``has_replaced_secret`` is true for a system that signed with a secret in its last 24 hours,
    ``may_report`` false for one to which the signatory has not consented (F0-07). ``guardians`` returns who
    now decides for a child under 15 in the cases of a payer (of any payer where it is empty), None when no
    family of that person is stored. ``email`` is that of a payer's staff, if the login names it, and
    ``group`` the group of colleagues that the statistics count its decisions under.
    """

    subject: str
    rights: frozenset[Right]
    person_id: PersonId = PersonId("")
    born_on: date | None = None
    payer: str = ""
    cvr: str = ""
    clinic_id: ClinicId = ClinicId("")
    practitioner_id: PractitionerId | None = None
    country: str = "DK"
    has_replaced_secret: bool = False
    may_report: bool = True
    email: str = field(default="", repr=False, compare=False)
    group: str = field(default="", compare=False)
    guardians: Callable[[PersonId, str], tuple[PersonId, ...] | None] = field(
        default=nothing_stored, repr=False, compare=False
    )

    def guards(self, child: PersonId, payer: str) -> bool | None:
        """Returns whether the caller is now a confirmed guardian of a child, None where none is stored."""
        found = self.guardians(child, payer)
        return None if found is None else self.person_id in found

    @property
    def is_staff(self) -> bool:
        """Whether the caller works for a payer or the platform."""
        return bool(self.rights & STAFF)

    @property
    def is_clinic_system(self) -> bool:
        """Whether a clinic's system signed the call, and no person makes it."""
        return CLINIC_SYSTEM in self.rights

    def acting_for(self, clinic_id: ClinicId, practitioner_id: PractitionerId | None) -> Caller:
        """Returns the person as a user of a clinic, of which a practitioner has the own clients only."""
        rights = self.rights | {CLINIC_USER}
        return replace(self, rights=rights, clinic_id=clinic_id, practitioner_id=practitioner_id)

    def must_be_let_report(self) -> None:
        """Raises ``NotAllowed`` for a clinic's system without the clinic's consent, which may only read."""
        if not self.may_report:
            raise NotAllowed("system-consent-missing")

    def runs(self, clinic_id: ClinicId) -> bool:
        """Whether the caller acts for the whole clinic: its system, or its signatory."""
        return bool(clinic_id) and self.clinic_id == clinic_id and self.practitioner_id is None

    def treats_at(self, clinic_id: ClinicId | None, practitioner_id: PractitionerId | None) -> bool:
        """Whether a client of that practitioner at that clinic is one of the caller's clients.

        A clinic's system and its signatory have all clients of the clinic, a practitioner the own ones.
        """
        own = self.practitioner_id in (None, practitioner_id)
        return bool(self.clinic_id) and self.clinic_id == clinic_id and own

    def must_have(self, allowed: frozenset[Right]) -> None:
        """Raises ``NotAllowed`` unless the caller has one of the rights."""
        if not self.rights & allowed:
            raise NotAllowed("role-missing")


class EmailMissing(NotAllowed):
    """The login names no e-mail address, so that no one can tell whether it is a second person's."""

    code = "login-without-email"


@dataclass(frozen=True)
class StaffLogin:
    """A login of staff, as two of them are told apart: one person may have two logins.

    Two people count as two only when both the issuer's subject and the mailbox differ. ``email_digest`` is
    the keyed digest of the mailbox of the login's address (``staff_mailbox``), which names no one. It is
    empty of a login that was stored without one.
    """

    subject: str = field(repr=False)
    email_digest: str = field(repr=False)

    def may_be(self, other: StaffLogin) -> bool:
        """Whether the two logins may be those of one person: they share the subject or the address."""
        if self.subject == other.subject:
            return True
        return bool(self.email_digest) and self.email_digest == other.email_digest

    def must_name_an_address(self) -> None:
        """Raises ``EmailMissing`` for a login without an address."""
        if not self.email_digest:
            raise EmailMissing()
