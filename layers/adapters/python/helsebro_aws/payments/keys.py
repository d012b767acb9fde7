"""The keys of payables in the ``money`` table."""

from __future__ import annotations

from helsebro.ids import PayableId
from helsebro_aws.dynamodb.keys import Key


def payable_key(payer: str, payable_id: PayableId) -> Key:
    """Returns the key of a payable."""
    return f"{payer}#{payable_id}", "PAYABLE"


def payables_with_status(payer: str, status: str) -> str:
    """Returns the listing of a payer's payables of one status, sorted by due date."""
    return f"{payer}#payables#{status}"
