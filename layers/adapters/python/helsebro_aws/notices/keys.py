"""The keys of notices in the ``people`` table, in the partition of their policy."""

from __future__ import annotations

from helsebro.ids import PolicyId
from helsebro_aws.dynamodb.keys import Key
from helsebro_aws.policies.keys import policy_partition

NOTICES = "NOTICE#"


def notice_key(payer: str, policy_id: PolicyId, notice_id: str) -> Key:
    """Returns the key of a notice."""
    return policy_partition(payer, policy_id), f"{NOTICES}{notice_id}"
