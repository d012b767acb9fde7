"""The event of what staff recorded: whoever decides is told, so that a false record is found (F4-02)."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from helsebro.claims.claim import Claim
from helsebro.claims.consenting.consent_state import ConsentState
from helsebro.claims.consenting.consent_text import ConsentKind
from helsebro.claims.recorded.evidence import DecisionEvidence
from helsebro.events import Event

RecordedOutcome = ConsentState | Literal["revoked"]


def recorded(
    claim: Claim,
    decision: ConsentKind | Literal["mandate"],
    outcome: RecordedOutcome,
    evidence: DecisionEvidence | None,
    at: datetime,
) -> list[Event]:
    """Returns the event of a decision that staff recorded with its evidence; none for any other decision."""
    if evidence is None:
        return []
    told = {"how": evidence.how, "saidAt": evidence.at.isoformat()}
    data = {"claimId": claim.claim_id, "decision": decision, "outcome": outcome, **told}
    return [Event("decision.recorded", at, claim.payer, data)]
