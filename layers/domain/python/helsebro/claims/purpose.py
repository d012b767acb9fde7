"""The purpose of a claim's benefits: the policy and the illness or injury they are spent on."""

from __future__ import annotations

from helsebro.benefits.reservation import Purpose
from helsebro.claims.claim import Claim


def purpose_of(claim: Claim) -> Purpose:
    """Returns the purpose of a grant on the claim: its policy and its illness or injury (R-1301, Q12)."""
    condition = claim.question.condition
    return Purpose(
        claim_id=claim.claim_id,
        product=claim.product,
        policy_number=claim.policy_number,
        category=condition.category,
        arisen_on=condition.arisen_on,
    )
