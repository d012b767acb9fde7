"""The keys of the ledger of money: a case is one partition of the ``money`` table."""

from __future__ import annotations

from datetime import date

from helsebro_aws.dynamodb.keys import Key, case_partition

LEDGER = "ENTRY#"


def ledger_partition(part_id: str) -> str:
    """Returns the partition of a case's entries; ``part_id`` is the claim's id or that of any part of it.

    Raises ``NotFound`` when it is no such id.
    """
    return f"{case_partition(part_id)}#ledger"


def entry_key(claim_id: str, entry_id: str) -> Key:
    """Returns the key of an entry."""
    return ledger_partition(claim_id), f"{LEDGER}{entry_id}"


def entries_of_day(payer: str, day: date) -> str:
    """Returns the listing of a payer's entries of one local day, by time."""
    return f"{payer}#ledger#{day.isoformat()}"
