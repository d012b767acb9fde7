"""Late paper: one that comes after the question of the staff was answered, so that no one waits for it."""

from __future__ import annotations

from helsebro.claims.claim import Claim

LOOKED_AT = frozenset({"awaiting-member", "clarifying"})
"""The states in which a case waits for papers: the review that follows sees them all."""


def comes_late(before: Claim, after: Claim, file_type: str) -> bool:
    """Returns whether a paper changes nothing that would bring the case before the staff again.

    A bill belongs to a refund. One that begins a new round, reopens the case or completes it is read there.
    """
    goes_on = before.status != after.status or before.round != after.round
    return file_type != "invoice" and not goes_on and before.status not in LOOKED_AT


def was_answered(claim: Claim) -> bool:
    """Returns whether the staff have asked the member about the claim itself, and were answered."""
    return bool(claim.replies or claim.paused_seconds)
