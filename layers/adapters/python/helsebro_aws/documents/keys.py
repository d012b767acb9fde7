"""The keys of documents in the ``cases`` table."""

from __future__ import annotations

from helsebro import ids
from helsebro.ids import ClaimId, DocumentId, PersonId
from helsebro_aws.claims.keys import claim_partition
from helsebro_aws.dynamodb.keys import Key

DOCUMENTS = "DOCUMENT#"


def document_key(claim_id: ClaimId, document_id: DocumentId) -> Key:
    """Returns the key of a document of a case. Raises ``NotFound`` when ``claim_id`` is not a claim's id."""
    return claim_partition(claim_id), f"{DOCUMENTS}{document_id}"


def bill_key(claim_id: ClaimId, person_id: PersonId, digest: str) -> Key:
    """Returns the key under which a person's accepted bill is found by its bytes, in any case."""
    return f"{ids.payer_of(claim_id)}#{person_id}#bills", digest
