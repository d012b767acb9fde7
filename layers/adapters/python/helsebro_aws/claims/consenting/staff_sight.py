"""Staff sight: whether a payer's staff may read the health papers of a case (F4-12)."""

from __future__ import annotations

from helsebro.claims.claim import Claim
from helsebro.errors import NotAllowed
from helsebro_aws.dynamodb.tables import Tables, tables


def must_be_read_by_staff(claim: Claim, on: Tables = tables) -> None:
    """Raises ``NotAllowed`` unless the consent of the case or the person's general one is in force.

    The general one is read only where that of the case does not let the staff read.
    """
    if claim.consent == "given":
        return
    # Here, so that what members read loads no code of personal consents.
    from helsebro_aws.claims.consenting.dynamo_personal_consents import DynamoPersonalConsents

    if DynamoPersonalConsents(on).find(claim.person_id, "general").status != "given":
        raise NotAllowed("consent-required")
