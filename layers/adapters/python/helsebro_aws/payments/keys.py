"""The keys of payables in the ``money`` table."""

from __future__ import annotations

from helsebro_aws.dynamodb.keys import Key


def payable_key(payer: str, payable_id: str) -> Key:
    """A payable."""
    return f"{payer}#{payable_id}", "PAYABLE"


def payables_with_status(payer: str, status: str) -> str:
    """The listing of a payer's payables of a status, by when they are due."""
    return f"{payer}#payables#{status}"
