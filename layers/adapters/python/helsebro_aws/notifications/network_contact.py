"""Network contact: whether a person may be written to about cover in the network (Q31)."""

from __future__ import annotations

from datetime import datetime

from helsebro.claims.claim import Claim
from helsebro_aws.claims.consenting.dynamo_personal_consents import DynamoPersonalConsents
from helsebro_aws.dynamodb.tables import Tables, tables

OF_NETWORK = frozenset({"clinic-found", "clinic-declined"})
"""The kinds of notifications that are about cover in the network, and not about what the member asked for."""


def may_be_written_to(claim: Claim, at: datetime, on: Tables = tables) -> bool:
    """Returns whether the reader of a case may be written to about the network; the guardian reads a child's.

    Who was never asked may be: staff found the clinic in a case with a consent. A no stops it, also when it
    is a yes whose year is over.
    """
    whose = claim.guardian_id if claim.has_guardian(at) else claim.person_id
    assert whose
    return not DynamoPersonalConsents(on).find(whose, "network-contact").is_refused
