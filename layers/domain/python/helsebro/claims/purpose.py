"""What a claim's benefits are spent on."""

from __future__ import annotations

from helsebro.benefits.reservation import Purpose
from helsebro.claims.claim import Claim


def purpose_of(claim: Claim) -> Purpose:
    """Returns what a grant on the claim is spent on: its policy and its illness or injury (R-1301, Q12)."""
    condition = claim.question.condition
    return Purpose(
        claim_id=claim.claim_id,
        product=claim.product,
        policy_number=claim.policy_number,
        category=condition.category,
        arisen_on=condition.arisen_on,
    )
