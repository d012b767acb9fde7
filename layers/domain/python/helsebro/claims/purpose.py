"""The purpose of a claim's benefits: the policy and the illness or injury they are spent on."""

from __future__ import annotations

from helsebro.benefits.reservation import Purpose
from helsebro.claims.claim import Claim
from helsebro.coverage.question.taken_as_given import arisen_on, category_of


def purpose_of(claim: Claim) -> Purpose:
    """Returns the purpose of a grant on the claim: its policy and its illness or injury (R-1301, Q12)."""
    return Purpose(
        claim_id=claim.claim_id,
        product=claim.product,
        policy_number=claim.policy_number,
        category=category_of(claim.question),
        arisen_on=arisen_on(claim.question),
    )
