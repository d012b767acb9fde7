"""Granted already: a denial because another guarantee of the person holds what was asked for (R-7141)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from helsebro.claims.claim import Claim
from helsebro.coverage.texts.counted import counted
from helsebro.coverage.texts.fact_texts import word_of
from helsebro.coverage.texts.general import general_sentence
from helsebro.guarantees.guarantee import Guarantee


def is_granted_already(claim: Claim) -> bool:
    """Returns whether a claim is denied because what it asks for is reserved by another guarantee."""
    denied = claim.status == "denied" and claim.decision is not None
    steps = claim.decision.trail if claim.decision else ()
    return denied and any(step.effect == "deny" and step.facts.get("reserved") for step in steps)


def may_hold_it(claim: Claim, others: Iterable[Claim]) -> Iterator[Claim]:
    """Yields the person's other approved claims on the same treatment."""
    for other in others:
        is_other = other.claim_id != claim.claim_id
        if is_other and other.status == "approved" and other.treatment_type == claim.treatment_type:
            yield other


def headline_of(claim: Claim, guarantee: Guarantee, language: str) -> str:
    """Returns the headline that names the guarantee that the person already has."""
    treatment = claim.treatment_type
    first_by = guarantee.first_session_by
    values: dict[str, object] = {
        "treatment.type": word_of("treatment.type", treatment, language),
        "counted": counted(treatment, guarantee.sessions_granted, language),
        "number": guarantee.number,
        "validUntil": guarantee.last_day.isoformat(),
        "beginBy": first_by.isoformat() if first_by else None,
    }
    return general_sentence("headline.granted-already", values, language)
