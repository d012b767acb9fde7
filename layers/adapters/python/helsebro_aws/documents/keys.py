"""The keys of documents in the ``cases`` table."""

from __future__ import annotations

from helsebro.ids import ClaimId, DocumentId
from helsebro_aws.claims.keys import claim_partition
from helsebro_aws.dynamodb.keys import Key

DOCUMENTS = "DOCUMENT#"


def document_key(claim_id: ClaimId, document_id: DocumentId) -> Key:
    """Returns the key of a document of a case. Raises ``NotFound`` when ``claim_id`` is not a claim's id."""
    return claim_partition(claim_id), f"{DOCUMENTS}{document_id}"
