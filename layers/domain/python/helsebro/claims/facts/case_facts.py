"""Case facts: which stated facts count for the engine, and the question that they make."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from helsebro.claims.claim import Claim
from helsebro.claims.facts.case_fact import CaseFact, FactRole
from helsebro.coverage.asked.asked_facts import AGAINST_INTEREST, ASKED_FACTS
from helsebro.coverage.asked.fact_values import values_in, with_values
from helsebro.coverage.asked.price_unit import SESSIONS, price_unit
from helsebro.coverage.question.question import Question
from helsebro.ids import DocumentId


def counts(claim: Claim, fact: CaseFact) -> bool:
    """Returns whether the engine reads a fact of the claim.

    What a paper has to prove counts once that paper is accepted or staff confirmed it. That there is no paper
    counts at once, and so does what lowers the amount, unless it replaces what was proved. What only staff
    can know counts when staff state it. What the member does not know never counts.
    """
    row = ASKED_FACTS[fact.path]
    if fact.is_unknown:
        return False
    if fact.state == "confirmed" or fact.is_proved_by(claim.documents_accepted):
        return row.asked_of != "staff" or fact.state == "confirmed" or fact.stated_by == "caseworker"
    return fact.path in AGAINST_INTEREST and not fact.replaces_a_proof


def with_facts(claim: Claim, facts: Iterable[CaseFact], withdrawn: Iterable[str] = ()) -> Claim:
    """Returns the claim with these facts instead of its own, and the question that they make."""
    by_path = {fact.path: fact for fact in facts}
    gone: dict[str, object] = dict.fromkeys(withdrawn)
    known = {
        path: fact.value if counts(claim, fact) else fact.confirmed_value
        for path, fact in by_path.items()
        if not _comes_after_the_price(claim, path)
    }
    question, _ = with_values(claim.question, gone | known)
    return replace(claim, facts=tuple(by_path.values()), question=question)


def _comes_after_the_price(claim: Claim, path: str) -> bool:
    """Returns whether a fact is a number of sessions that came after the approval of a price for the whole.

    It is kept, and is no part of the question: the approved price stays that of the whole.
    """
    sessions = claim.question.treatment.sessions
    is_whole = price_unit(claim.treatment_type, sessions) == "whole"
    return path == SESSIONS and claim.status == "approved" and is_whole


def locked_values(claim: Claim) -> dict[str, object]:
    """Returns the confirmed values, which only staff change; an approval confirms what was reported too.

    What is asked for is not among them.
    """
    stated = {fact.path: fact for fact in claim.facts}
    asked = {fact.path for fact in claim.needed_facts}
    reported = values_in(claim.question, ASKED_FACTS) if claim.status == "approved" else {}
    confirmed = {path: fact.value for path, fact in stated.items() if fact.state == "confirmed"}
    return {path: value for path, value in reported.items() if path not in stated.keys() | asked} | confirmed


def as_stated(claim: Claim) -> Question:
    """Returns the claim's question as if every stated fact were proved."""
    known = {
        fact.path: fact.value for fact in known_facts(claim) if not _comes_after_the_price(claim, fact.path)
    }
    return with_values(claim.question, known)[0]


def known_facts(claim: Claim) -> tuple[CaseFact, ...]:
    """Returns the claim's facts without those that the member does not know."""
    return tuple(fact for fact in claim.facts if not fact.is_unknown)


def unproved(claim: Claim) -> tuple[CaseFact, ...]:
    """Returns the stated facts whose paper has not come, also those that count without it."""
    return tuple(
        fact
        for fact in known_facts(claim)
        if fact.state == "stated" and not fact.is_proved_by(claim.documents_accepted)
    )


def proved_by(
    claim: Claim,
    paper: str,
    at: datetime,
    kind: str | None,
    document_id: DocumentId | None,
    added_by: FactRole = "member",
) -> tuple[CaseFact, ...]:
    """Returns the claim's facts after a paper is accepted: what it proves, and the paper beside it.

    A referral proves that of its ``kind``, else of the kind that the treatment needs. A paper about an amount
    or another insurer proves what was stated. What no one stated before, ``added_by`` states with the paper.
    """
    values: Mapping[str, object] = {
        "evidence.referral": kind or claim.referral_asked_for,
        "evidence.policeReport": True,
        "evidence.specialistOrder": True,
    }
    facts = {fact.path: fact for fact in claim.facts}
    for path in _proved(paper):
        stated = facts.get(path)
        value = values.get(path, stated.value if stated and not stated.is_unknown else None)
        if value is None or (stated is not None and stated.state == "confirmed"):
            continue
        if stated is not None and stated.value == value:
            stated_at = at if path in claim.asked_again else stated.stated_at
            facts[path] = replace(stated, stated_at=stated_at, document_id=document_id)
        else:
            facts[path] = CaseFact(path, value, at, added_by, document_id=document_id)
    return tuple(facts.values())


def _proved(paper: str) -> tuple[str, ...]:
    return tuple(path for path, row in ASKED_FACTS.items() if row.paper == paper)


def papers_in_order(papers: Iterable[str | None]) -> tuple[str, ...]:
    """Returns the file types once each, in the order of the table of facts."""
    wanted = set(papers)
    order = dict.fromkeys(row.paper for row in ASKED_FACTS.values() if row.paper)
    return tuple(paper for paper in order if paper in wanted)
