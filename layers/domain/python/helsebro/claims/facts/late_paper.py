"""Late paper: one that comes when no question, review or refund waits for it: no one would read it."""

from __future__ import annotations

from helsebro.claims.claim import Claim

LOOKED_AT = frozenset({"awaiting-member", "clarifying"})
"""The states in which a case waits for papers: the review that follows sees them all."""
REPLY_HOURS = 48
"""Within how many hours the member hears of a paper (F4-43)."""


def comes_late(before: Claim, after: Claim, file_type: str) -> bool:
    """Returns whether a paper changes nothing that would bring the case before the staff again.

    A bill belongs to a refund. One that begins a new round, reopens the case or completes it is read there.
    """
    goes_on = before.status != after.status or before.round != after.round
    return file_type != "invoice" and not goes_on and before.status not in LOOKED_AT


def is_in_first_review(claim: Claim) -> bool:
    """Returns whether the claim is in a review in which the staff have asked nothing about it.

    Whoever decides it then reads all papers; after an answer, the staff may have read them already.
    """
    return claim.status == "in-review" and not (claim.replies or claim.paused_seconds)
