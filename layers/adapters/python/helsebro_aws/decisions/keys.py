"""The keys of decision records in the ``cases`` table."""

from __future__ import annotations

from helsebro.ids import ClaimId
from helsebro_aws.dynamodb.keys import Key

DECISIONS = "DECISION#"


def decision_key(payer: str, claim_id: ClaimId, record_id: str) -> Key:
    """Returns the key of a decision record."""
    return f"{payer}#{claim_id}", f"{DECISIONS}{record_id}"


def decisions_of_payer(payer: str) -> str:
    """Returns the partition of the listing of a payer's decisions, in the order they were made."""
    return f"{payer}#decisions"
