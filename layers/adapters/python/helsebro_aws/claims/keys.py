"""The keys of claims, consents and mandates in the ``cases`` table, and of their listings."""

from __future__ import annotations

from datetime import datetime

from helsebro import ids
from helsebro.errors import NotFound
from helsebro.ids import ClaimId, MandateId, PersonId
from helsebro_aws.dynamodb.keys import Key, case_partition
from helsebro_aws.dynamodb.record import instant

CLAIM = "CLAIM"
CONSENTS = "CONSENT#"


def claim_partition(claim_id: ClaimId) -> str:
    """The partition of a claim. Raises ``NotFound`` for what is no claim's id."""
    if not claim_id.startswith("clm_") or ids.claim_of(claim_id) != claim_id:
        raise NotFound()
    return case_partition(claim_id)


def claim_key(claim_id: ClaimId) -> Key:
    """A claim. Raises ``NotFound`` for what is no claim's id."""
    return claim_partition(claim_id), CLAIM


def claim_key_within(identifier: str) -> Key:
    """The claim that the thing of this id belongs to. Raises ``NotFound``."""
    return case_partition(identifier), CLAIM


def listed_claim_key(claim_id: ClaimId) -> Key:
    """The mark of a claim in the listing of its payer."""
    return claim_partition(claim_id), "LISTED"


def claims_of_person(payer: str, person_id: PersonId) -> str:
    """The listing of a person's claims at one payer, by when they were reported."""
    return f"{payer}#{person_id}#claims"


def claims_of_payer(payer: str) -> str:
    """The listing of a payer's claims, by when they were reported."""
    return f"{payer}#claims"


def consent_key(claim_id: ClaimId, decided_at: datetime) -> Key:
    """A decision on the consent of a case."""
    return claim_partition(claim_id), f"{CONSENTS}{instant(decided_at)}"


def mandate_key(claim_id: ClaimId, mandate_id: MandateId) -> Key:
    """A mandate."""
    return claim_partition(claim_id), f"MANDATE#{mandate_id}"


def mandates_of_holder(person_id: PersonId) -> str:
    """The listing of the mandates that a person holds, by when they were given."""
    return f"{person_id}#mandates"
