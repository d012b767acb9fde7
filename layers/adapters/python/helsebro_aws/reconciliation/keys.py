"""The keys of reconciliations in the ``money`` table: a payer's reports are one partition, one item a day."""

from __future__ import annotations

from datetime import date

from helsebro_aws.dynamodb.keys import Key


def reconciliations_of(payer: str) -> str:
    """Returns the partition of a payer's reconciliations."""
    return f"{payer}#reconciliations"


def reconciliation_key(payer: str, day: date) -> Key:
    """Returns the key of a payer's reconciliation of a day; they sort by day."""
    return reconciliations_of(payer), day.isoformat()
