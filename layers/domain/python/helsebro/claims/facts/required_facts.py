"""Required facts: those of a claim for which its review waits."""

from __future__ import annotations

from helsebro.claims.claim import Claim
from helsebro.claims.missing_parts import papers_missing
from helsebro.coverage.asked.asked_facts import ASKED_FACTS


def required_facts(claim: Claim) -> frozenset[str]:
    """Returns the paths of the facts that the member has to answer or prove before the review goes on."""
    answers = {fact.path for fact in claim.asked_of_member if fact.holds_review}
    papers = papers_missing(claim)
    asked = {fact.path for fact in claim.needed_facts if ASKED_FACTS[fact.path].answer_kind == "paper"}
    known = asked | {fact.path for fact in claim.facts}
    proofs = {path for path in known if ASKED_FACTS[path].paper in papers}
    return frozenset({*answers, *proofs, *claim.asked_again})
