"""Insurer questions: what is asked about another insurer that a claim was reported to (R-1413, R-1415)."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from helsebro.coverage.asked.asked_fact import NeededFact
from helsebro.coverage.asked.fact_paths import OTHER, OTHER_NAME, OTHER_PAYS
from helsebro.coverage.question.question import Question

if TYPE_CHECKING:
    from helsebro.claims.claim import Claim

ANSWER = "other-insurance"
"""The file type of another insurer's answer."""
NOTIFIED = ("reported", "limits")
"""What another insurer that may share the expense has decided."""
UNANSWERED = ("unreported", "reported")
"""What is stated before the other insurer has answered."""
ANSWERS = ("none", "limits", "paid-in-full")


def insurer_questions(asked: Question, papers: Collection[str]) -> Iterator[NeededFact]:
    """Yields the insurer's name and, once it was notified, what it pays; no review waits for either.

    An accepted answer of the insurer among the ``papers`` shows its name; what it answered is asked for.
    """
    evidence, has_answer = asked.evidence, ANSWER in papers
    if evidence.other_insurer == "reported" and has_answer:
        yield NeededFact(OTHER, "member", holds_review=False, choices=ANSWERS)
    if evidence.other_insurer in NOTIFIED and not (evidence.other_insurer_name or has_answer):
        yield NeededFact(OTHER_NAME, "member", holds_review=False)
    if evidence.other_insurer == "reported" and evidence.other_insurer_pays is None:
        yield NeededFact(OTHER_PAYS, "member", holds_review=False)


def answered_by_insurer(claim: Claim, paper: str) -> Claim:
    """Returns the claim after a paper: once another insurer has answered, it was notified.

    What was stated before its answer is no fact any more, so it is asked for anew; until then what the
    insurer pays is open. What staff confirmed stays.
    """
    stated = next((fact for fact in claim.facts if fact.path == OTHER and fact.state == "stated"), None)
    if paper != ANSWER or stated is None or stated.value not in UNANSWERED:
        return claim
    evidence = replace(claim.question.evidence, other_insurer="reported")
    facts = tuple(fact for fact in claim.facts if fact is not stated)
    return replace(claim, facts=facts, question=replace(claim.question, evidence=evidence))
