"""The keys of deadlines in the ``cases`` table, of the pointers to them, and of their listing."""

from __future__ import annotations

from datetime import datetime

from helsebro.ids import ClaimId, PolicyId
from helsebro_aws.claims.keys import claim_partition
from helsebro_aws.dynamodb.keys import LAST, Key
from helsebro_aws.dynamodb.record import instant
from helsebro_aws.policies.keys import policy_partition

CLOCKS = "CLOCK#"
LAST_CLOCK = f"{CLOCKS}{LAST}"
"""Sorts after every clock of a case. Between a claim and it there is nothing but clocks."""
DUE = "due"
"""The partition of the pointers: one for each deadline that waits for an instant."""


def deadline_key(payer: str, case_id: str, kind: str, subject_id: str) -> Key:
    """Returns the key of a deadline, in the partition of its claim or policy, or of what stands alone.

    ``case_id`` is empty for what stands alone, ``payer`` for what belongs to no payer. Raises ``NotFound``
    for any other ``case_id`` that has the form of neither a claim nor a policy.
    """
    if case_id.startswith("pol_"):
        partition = policy_partition(payer, PolicyId(case_id))
    elif not case_id:
        partition = f"{payer}#{subject_id}"
    else:
        partition = claim_partition(ClaimId(case_id))
    return partition, f"{CLOCKS}{kind}#{subject_id}"


def pointer_key(at: datetime, key: Key) -> Key:
    """Returns the key of the pointer to a deadline that needs attention at an instant."""
    return DUE, f"{instant(at)}#{key[0]}#{key[1]}"


def deadlines_of_queue(payer: str, queue: str) -> str:
    """Returns the listing of the open deadlines of a payer's queue, the first due first."""
    return f"{payer}#clocks#{queue}"


def place_in_queue(due_at: datetime, key: Key) -> str:
    """Returns the sort key of a deadline in the listing of its queue."""
    return f"{instant(due_at)}#{key[0]}#{key[1]}"
