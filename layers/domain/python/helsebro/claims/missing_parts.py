"""Missing parts: what a member still has to provide before a claim goes into review (F4-07)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from helsebro.claims.facts.case_fact import OF_AMOUNTS
from helsebro.coverage.asked.asked_facts import ASKED_FACTS

if TYPE_CHECKING:
    from helsebro.claims.claim import Claim

MissingPart = Literal["consent", "documents", "facts"]
REFERRAL = "evidence.referral"


def missing_parts(claim: Claim) -> tuple[MissingPart, ...]:
    """Returns the parts that a claim lacks; a paper about an amount only is not one of them."""
    lacks: tuple[tuple[MissingPart, bool], ...] = (
        ("consent", claim.consent != "given"),
        ("documents", bool(papers_required(claim))),
        ("facts", claim.waits_for_facts or bool(claim.asked_again)),
    )
    return tuple(name for name, is_missing in lacks if is_missing)


def papers_required(claim: Claim) -> list[str]:
    """Returns the file types of the missing papers that a review waits for."""
    return [paper for paper in papers_missing(claim) if paper not in OF_AMOUNTS]


def papers_missing(claim: Claim) -> list[str]:
    """Returns the file types of the papers that a claim still lacks.

    An accepted one is still lacking when it does not prove what is stated, or when the treatment needs a
    referral of another kind.
    """
    weak = {"referral"} if any(fact.path == REFERRAL for fact in claim.needed_facts) else set()
    unproved = {
        ASKED_FACTS[fact.path].paper
        for fact in claim.facts
        if fact.state == "stated" and not fact.is_unknown and not fact.is_proved_by(claim.documents_accepted)
    }
    there = {*claim.documents_accepted} - weak - unproved - {*papers_asked_again(claim)}
    return [paper for paper in claim.documents_needed if paper not in there]


def papers_asked_again(claim: Claim) -> list[str]:
    """Returns the file types of the papers that an open question of the staff asks for (F4-08)."""
    asked = (ASKED_FACTS[path] for path in claim.asked_again)
    return [row.paper for row in asked if row.answer_kind == "paper" and row.paper]


def with_papers_asked_again(claim: Claim) -> tuple[str, ...]:
    """Returns the file types that a claim needs, with those that an open question asks for."""
    return tuple(dict.fromkeys((*claim.documents_needed, *papers_asked_again(claim))))
