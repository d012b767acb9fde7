"""The keys of refunds in the ``cases`` table."""

from __future__ import annotations

from helsebro.errors import NotFound
from helsebro.ids import ClaimId, DocumentId, PersonId, RefundId
from helsebro.refunds.refund import Refund
from helsebro_aws.dynamodb.keys import Key, case_partition
from helsebro_aws.dynamodb.record import instant

REFUNDS = "REFUND#"


def refund_key(refund_id: RefundId) -> Key:
    """Returns the key of a refund. Raises ``NotFound`` when it is not a refund's id."""
    if not refund_id.startswith("ref_"):
        raise NotFound()
    return case_partition(refund_id), f"{REFUNDS}{refund_id}"


def bill_key(claim_id: ClaimId, document_id: DocumentId) -> Key:
    """Returns the key of the item that says that a refund of the bill was asked for."""
    return case_partition(claim_id), f"BILL#{document_id}"


def persons_of_bill(payer: str, digest: str) -> str:
    """Returns the partition of the persons at a payer who ask for a bill with the same bytes."""
    return f"{payer}#{digest}#bill"


def bill_bytes_key(payer: str, digest: str, person_id: PersonId) -> Key:
    """Returns the key of the item that says that a refund of the person asked for a bill of these bytes."""
    return persons_of_bill(payer, digest), person_id


def billed_by(payer: str, person_id: PersonId) -> str:
    """Returns the partition of what the refunds of a person at a payer ask for."""
    return f"{payer}#{person_id}#billed"


def billed_lines_key(refund: Refund) -> Key:
    """Returns the key of what one refund asks for; they sort by when it was asked for."""
    return billed_by(refund.payer, refund.person_id), f"{instant(refund.received_at)}#{refund.refund_id}"
