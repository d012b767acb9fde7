"""Reopening (genoptagelse): a denied claim goes into review again, and its denial stays readable (F4-26)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from helsebro.tasks.determination import Reopening

if TYPE_CHECKING:
    from helsebro.claims.claim import Claim


def reopened(claim: Claim, why: Reopening, at: datetime) -> Claim:
    """Returns a denied claim in its next review; the denial is the last of its earlier decisions."""
    denials = (*claim.earlier_decisions, claim.decision) if claim.decision else claim.earlier_decisions
    known = replace(claim, decision=None, earlier_decisions=denials, round=claim.round + 1)
    # A complaint is about one denial: the next one can be complained about anew.
    following = replace(known, version=claim.version + 1, complaints=(), complaint_answered_at=None)
    return replace(following, status="in-review", reopened_at=at, reopened_for=why)


def why_reopened(claim: Claim) -> Reopening | None:
    """Returns why the claim is decided again; None until its first decision is made.

    Only new evidence reopened a denial before the reason was stored.
    """
    return (claim.reopened_for or "evidence") if claim.earlier_decisions else None
