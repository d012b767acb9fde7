"""A claim for tests: a field that a test does not set does not matter to it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from helsebro import ids
from helsebro.caller import CASEWORKER, MEMBER, Caller, Right
from helsebro.claims.claim import Claim
from helsebro.ids import ClaimId, PersonId
from tests.builders.domain.asking import question

CLAIM_ID = ClaimId(ids.mint("clm", "tryg", bytes(10)))
REPORTED = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def claim(**changes: Any) -> Claim:
    """A claim of the person ``per_child``, whose guardian until 1 June 2026 is ``per_parent``."""
    defaults: dict[str, Any] = {
        "claim_id": CLAIM_ID,
        "payer": "tryg",
        "person_id": "per_child",
        "policy_id": "pol_1",
        "policy_number": "P-1",
        "product": "SF1706",
        "country": "DK",
        "status": "awaiting-member",
        "reported_at": REPORTED,
        "version": 1,
        "treatment_type": "physiotherapy",
        "question": question({"cause": "leisure", "treatment": {"type": "physiotherapy"}}),
        "description": "Knee",
        "guardian_id": "per_parent",
        "guardian_until": date(2026, 6, 1),
        "documents_needed": ("referral",),
        "referral_asked_for": "physiotherapy",
    }
    return Claim(**{**defaults, **changes})


def person(person_id: PersonId) -> Caller:
    """A member."""
    return Caller(person_id, frozenset({MEMBER}), person_id)


def staff_of(payer: str, right: Right = CASEWORKER) -> Caller:
    """Staff of a payer."""
    return Caller(f"staff:{payer}:1", frozenset({right}), payer=payer)
