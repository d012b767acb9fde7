"""Kept mandate: a mandate as the case keeps it, also after it was revoked or has lapsed (F4-18)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from helsebro.claims.mandate import Power
from helsebro.claims.recorded.evidence import DecisionEvidence
from helsebro.ids import ClaimId, MandateId, PersonId

MandateState = Literal["in-force", "revoked", "lapsed"]


@dataclass(frozen=True)
class KeptMandate:
    """``person_id`` is the person of the case, ``given_by`` who gave it, ``revoked_by`` who revoked it.

    The evidence of either is there when staff recorded it. ``country`` gives the time zone of ``lapses_on``.
    """

    mandate_id: MandateId
    claim_id: ClaimId
    person_id: PersonId
    country: str
    powers: tuple[Power, ...]
    given_by: str
    given_at: datetime
    holder_id: PersonId | None = None
    lapses_on: date | None = None
    evidence: DecisionEvidence | None = None
    revoked_at: datetime | None = None
    revoked_by: str | None = None
    revocation_evidence: DecisionEvidence | None = None

    def state(self, on: date) -> MandateState:
        """Returns whether it is in force on a local day, and else why not."""
        if self.revoked_at is not None:
            return "revoked"
        return "lapsed" if self.lapses_on and on >= self.lapses_on else "in-force"
