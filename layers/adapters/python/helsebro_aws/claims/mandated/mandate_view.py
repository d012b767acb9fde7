"""Mandates as answers show them, with who gave, recorded and revoked each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helsebro.local_day import local_day
from helsebro_aws.claims.recorded.evidence_view import evidence_shown
from helsebro_aws.dynamodb.record import to_item

if TYPE_CHECKING:
    from datetime import datetime

    from helsebro.claims.mandate import Holder
    from helsebro.claims.mandated.kept_mandate import KeptMandate
    from helsebro_aws.claims.mandated.mandate_answer import Decides, MandateAnswer


def mandate_shown(kept: KeptMandate, holder: Holder, at: datetime, language: str) -> MandateAnswer:
    """Returns a mandate as it stands at an instant."""
    return {
        "mandateId": kept.mandate_id,
        "claimId": kept.claim_id,
        "personId": kept.person_id,
        "holder": to_item(holder),
        "hasAccess": kept.holder_id is not None,
        "powers": list(kept.powers),
        "state": kept.state(local_day(at, kept.country)),
        "givenAt": to_item(kept.given_at),
        "givenBy": _role(kept, kept.given_by),
        "evidence": evidence_shown(kept.evidence, language),
        "lapsesOn": to_item(kept.lapses_on),
        "revokedAt": to_item(kept.revoked_at),
        "revokedBy": _role(kept, kept.revoked_by) if kept.revoked_by else None,
        "revocationEvidence": evidence_shown(kept.revocation_evidence, language),
    }


def _role(kept: KeptMandate, decided_by: str) -> Decides:
    return "member" if decided_by == kept.person_id else "guardian"
