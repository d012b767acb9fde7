"""The keys of refunds in the ``cases`` table."""

from __future__ import annotations

from helsebro.errors import NotFound
from helsebro.ids import ClaimId, DocumentId, RefundId
from helsebro_aws.dynamodb.keys import Key, case_partition

REFUNDS = "REFUND#"


def refund_key(refund_id: RefundId) -> Key:
    """A refund. Raises ``NotFound`` for what is no refund's id."""
    if not refund_id.startswith("ref_"):
        raise NotFound()
    return case_partition(refund_id), f"{REFUNDS}{refund_id}"


def bill_key(claim_id: ClaimId, document_id: DocumentId) -> Key:
    """The mark that a refund of the bill was asked for."""
    return case_partition(claim_id), f"BILL#{document_id}"
