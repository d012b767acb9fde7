"""Mandates as answers show them, with who gave, recorded and revoked each, by name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from helsebro import ids
from helsebro.ids import PersonId
from helsebro.local_day import local_day
from helsebro_aws.claims.recorded.evidence_view import evidence_shown
from helsebro_aws.dynamodb.record import to_item
from helsebro_aws.platform import clock
from helsebro_aws.policies.enrolled.registered_names import KnownNames, NamedPerson, RegisteredNames

if TYPE_CHECKING:
    from datetime import datetime

    from helsebro.caller import Caller
    from helsebro.claims.mandate import Holder
    from helsebro.claims.mandated.kept_mandate import KeptMandate
    from helsebro_aws.claims.mandated.mandate_answer import Decides, MandateAnswer
    from helsebro_aws.claims.mandated.mandate_lists import ListedMandate


def mandates_shown(
    found: Sequence[ListedMandate], by: Caller, language: str, names: RegisteredNames
) -> list[MandateAnswer]:
    """Returns mandates as they stand now, with the names of who gave and revoked each.

    Staff read the names that their payer has, everyone else who sees a mandate also those of other payers.
    """
    named = [
        NamedPerson(PersonId(who), ids.payer_of(kept.claim_id), policy_id)
        for kept, _, policy_id in found
        for who in (kept.given_by, kept.revoked_by)
        if who
    ]
    known, at = names.of(named, at_any_payer=not by.payer), clock.now()
    return [_shown(kept, holder, at, language, known) for kept, holder, _ in found]


def _shown(
    kept: KeptMandate, holder: Holder, at: datetime, language: str, names: KnownNames
) -> MandateAnswer:
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
        "givenByName": names.get(PersonId(kept.given_by)),
        "evidence": evidence_shown(kept.evidence, language),
        "lapsesOn": to_item(kept.lapses_on),
        "revokedAt": to_item(kept.revoked_at),
        "revokedBy": _role(kept, kept.revoked_by) if kept.revoked_by else None,
        "revokedByName": names.get(PersonId(kept.revoked_by)) if kept.revoked_by else None,
        "revocationEvidence": evidence_shown(kept.revocation_evidence, language),
    }


def _role(kept: KeptMandate, decided_by: str) -> Decides:
    return "member" if decided_by == kept.person_id else "guardian"
