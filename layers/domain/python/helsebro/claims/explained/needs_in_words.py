"""Needs in words: what a claim waits for from the member, for a sentence (F4-07)."""

from __future__ import annotations

from helsebro.claims.claim import Claim
from helsebro.claims.facts.case_facts import unproved
from helsebro.claims.missing_parts import papers_required
from helsebro.coverage.asked.asked_facts import ASKED_FACTS
from helsebro.coverage.asked.fact_paths import OTHER
from helsebro.coverage.texts.fact_texts import word_of
from helsebro.coverage.texts.general import general_sentence

OTHER_INSURANCE = "other-insurance"
SENIORITY = "cover.transfer"
"""What a rule reads of a former insurance."""
WITHOUT_CONSENT = ("refused", "withdrawn", "expired")
"""The states in which a person has decided on the consent, and none is in force."""


def needs_in_words(claim: Claim, language: str) -> list[str]:
    """Returns what a claim waits for: the consent, each paper that it waits for, and how many answers."""
    needs = [general_sentence("need.consent", {}, language)] if "consent" in claim.missing else []
    needs += [paper_in_words(claim, file_type, language) for file_type in papers_required(claim)]
    required, _ = questions_open(claim)
    if required:
        needs.append(general_sentence("need.answers", {"count": len(required)}, language))
    return needs


def questions_open(claim: Claim) -> tuple[list[str], list[str]]:
    """Returns the paths that the review waits for, and the others; a paper is asked for by itself."""
    asked = [fact for fact in claim.asked_of_member if ASKED_FACTS[fact.path].answer_kind != "paper"]
    required = [fact.path for fact in asked if fact.holds_review]
    again = [
        path
        for path in claim.asked_again
        if path not in required and ASKED_FACTS[path].answer_kind != "paper"
    ]
    others = [fact.path for fact in asked if not fact.holds_review and fact.path not in again]
    return [*required, *again], others


def papers_of_insurers(claim: Claim) -> tuple[bool, bool]:
    """Returns whether a paper of a former insurer is needed, and whether one of another insurer is.

    Both are of one file type. The paper of a former insurer can end a denial (R-1308); that of another one
    changes the amount.
    """
    waited = {fact.path for fact in unproved(claim)}
    of_former = any(ASKED_FACTS[path].read_as == SENIORITY for path in waited)
    of_other = any(path.startswith(OTHER) for path in waited)
    return of_former, of_other or not of_former


def paper_in_words(claim: Claim, file_type: str, language: str) -> str:
    """Returns a paper's name within a sentence; a referral is the one that the treatment asks for."""
    if file_type == "referral" and claim.referral_asked_for != "none":
        return word_of("evidence.referral", claim.referral_asked_for, language, claim.payer_country)
    return general_sentence(f"paper.{file_type}", {}, language)
