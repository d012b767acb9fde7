"""Evidence as answers show it, with the wording of its version."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helsebro_aws.claims.recorded.wordings import wording_of
from helsebro_aws.dynamodb.record import instant

HEALTH_TEAM = "health-team"

if TYPE_CHECKING:
    from helsebro.claims.recorded.evidence import DecisionEvidence
    from helsebro_aws.claims.recorded.evidence_answer import DecisionEvidenceAnswer


def evidence_shown(evidence: DecisionEvidence | None, language: str) -> DecisionEvidenceAnswer | None:
    """Returns the evidence as shown; None for what the person decided alone."""
    if evidence is None:
        return None
    return {
        "how": evidence.how,
        "at": instant(evidence.at),
        "textVersion": evidence.text_version,
        "wording": wording_of(evidence.text_version, language),
        "recordedBy": _role_of(evidence.recorded_by),
    }


def _role_of(recorded_by: str) -> str:
    """Returns the payer's health team in place of the login: a subject may be an address or a name."""
    staff, payer, _ = recorded_by.split(":", 2)
    return f"{staff}:{payer}:{HEALTH_TEAM}"
