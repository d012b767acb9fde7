"""Caller: a member, staff of a payer or of the platform, a clinic's system, or anyone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from helsebro.errors import NotAllowed
from helsebro.ids import ClinicId, PersonId


class Right(Enum):
    """A role that a caller may act in; each route lists the ones it allows (api.md, Who calls)."""

    ANYONE = "anyone"
    MEMBER = "member"
    EMPLOYER = "employer"
    CLINIC_SYSTEM = "clinic-system"
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


@dataclass(frozen=True)
class Caller:
    """A verified caller.

    ``subject`` identifies the caller in idempotency keys and the audit trail; it holds nothing personal.
    A member has ``person_id`` and ``born_on``, a payer's staff ``payer`` (empty for the platform's staff),
    an employer ``cvr``, a clinic's system ``clinic_id``.
    """

    subject: str
    rights: frozenset[Right]
    person_id: PersonId = PersonId("")
    born_on: date | None = None
    payer: str = ""
    cvr: str = ""
    clinic_id: ClinicId = ClinicId("")
    country: str = "DK"

    @property
    def is_staff(self) -> bool:
        """Whether the caller works for a payer or the platform."""
        return bool(self.rights & STAFF)

    def must_have(self, allowed: frozenset[Right]) -> None:
        """Raises ``NotAllowed`` unless the caller has one of the rights."""
        if not self.rights & allowed:
            raise NotAllowed("role-missing")
