"""Who calls: a member, staff of a payer or of the platform, a clinic's system, or anyone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from helsebro.errors import NotAllowed


class Right(Enum):
    """What a caller may act as; a route names those it allows (api.md, Who calls)."""

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

    ``subject`` names the caller for idempotency keys and the audit trail; it holds nothing personal.
    ``person_id`` and ``born_on`` are a member's, ``payer`` that of a payer's staff (empty for the
    platform's), ``cvr`` an employer's, ``clinic_id`` a clinic system's.
    """

    subject: str
    rights: frozenset[Right]
    person_id: str = ""
    born_on: date | None = None
    payer: str = ""
    cvr: str = ""
    clinic_id: str = ""
    country: str = "DK"

    @property
    def is_staff(self) -> bool:
        """Whether the caller works for a payer or the platform."""
        return bool(self.rights & STAFF)

    def must_have(self, allowed: frozenset[Right]) -> None:
        """Raises ``NotAllowed`` unless the caller has one of the rights."""
        if not self.rights & allowed:
            raise NotAllowed("role-missing")
