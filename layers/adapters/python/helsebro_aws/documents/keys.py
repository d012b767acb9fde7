"""The keys of documents in the ``cases`` table."""

from __future__ import annotations

from helsebro_aws.claims.keys import claim_partition
from helsebro_aws.dynamodb.keys import Key

DOCUMENTS = "DOCUMENT#"


def document_key(claim_id: str, document_id: str) -> Key:
    """A document of a case. Raises ``NotFound`` for what is no claim's id."""
    return claim_partition(claim_id), f"{DOCUMENTS}{document_id}"
