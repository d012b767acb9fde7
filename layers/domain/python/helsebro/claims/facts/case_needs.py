"""Case needs: what a claim still has to learn before it can be decided, as the engine sees it today."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from helsebro.claims.claim import Claim
from helsebro.claims.claim_question import with_what_we_know
from helsebro.claims.facts.agreed_price import still_needed
from helsebro.claims.facts.case_facts import as_stated, papers_in_order, unproved
from helsebro.claims.facts.insurer_questions import insurer_questions
from helsebro.claims.missing_parts import papers_asked_again
from helsebro.coverage.asked.asked_fact import NeededFact
from helsebro.coverage.asked.asked_facts import AGAINST_INTEREST, ASKED_FACTS
from helsebro.coverage.asked.before_a_match import before_a_match
from helsebro.coverage.asked.day_that_turns import STARTS
from helsebro.coverage.asked.facts_needed import facts_needed
from helsebro.coverage.engine import situation_of
from helsebro.coverage.needed_documents import needed_documents
from helsebro.coverage.question.cover import Cover
from helsebro.coverage.question.facts import Situation
from helsebro.coverage.question.question import Earlier, Question
from helsebro.coverage.terms.product import Chapter
from helsebro.money import Money


def with_needs(
    claim: Claim,
    cover: Cover,
    today: date,
    history: Sequence[Earlier] = (),
    network_price: Money | None = None,
) -> Claim:
    """Returns the claim with the facts and papers that it needs under a cover.

    ``history`` are the earlier treatments of the person that the platform knows, without those of the claim
    itself: they count here as they do in the decision. ``network_price`` is the tariff's price of a session
    in the network: it is what is paid there, so no one is asked for another.

    Facts are needed as if every stated fact were proved, so that what follows from one is asked for at once.
    A paper is needed for a fact that is asked for, and for a stated fact that a rule reads; one that lowers
    the amount must be read by a rule that applies. Nothing is needed when the facts that count deny the claim
    already, and the stated ones do not turn that.
    """
    priced = partial(_priced, price=network_price)
    asked = priced(_with_history(with_what_we_know(as_stated(claim), claim, today), history))
    chapter, situation = situation_of(asked, cover, asked.as_of or today)
    to_prove = [fact.path for fact in unproved(claim) if _is_to_prove(fact.path, chapter, situation)]
    counted = priced(_with_history(with_what_we_know(claim.question, claim, today), history))
    found = (*facts_needed(asked, cover, today), *insurer_questions(asked, claim.documents_accepted))
    needed = tuple(before_a_match(fact, asked) for fact in sorted(found, key=_place))
    is_denied = _is_denied(counted, cover, today) and _is_denied(asked, cover, today)
    if to_prove and is_denied and all(fact.path != STARTS for fact in needed):
        return replace(claim, needed_facts=(), documents_needed=tuple(papers_asked_again(claim)))
    proofs = [ASKED_FACTS[path].paper for path in to_prove]
    papers = [row.paper for fact in needed if (row := ASKED_FACTS[fact.path]).answer_kind == "paper"]
    return replace(
        claim,
        needed_facts=still_needed(claim, needed),
        documents_needed=papers_in_order((*papers, *proofs, *papers_asked_again(claim))),
        referral_asked_for=needed_documents(claim.question, cover, today).referral,
    )


def _place(fact: NeededFact) -> int:
    return [*ASKED_FACTS].index(fact.path)


def _is_to_prove(path: str, chapter: Chapter, situation: Situation) -> bool:
    """Returns whether a rule reads a stated fact; only one that applies for what lowers the amount."""
    readers = chapter.readers.get(ASKED_FACTS[path].reads, ())
    if path not in AGAINST_INTEREST:
        return bool(readers)
    return any(chapter.rules[index].evaluate(situation) is not None for index in readers)


def _with_history(asked: Question, history: Sequence[Earlier]) -> Question:
    return replace(asked, history=(*history, *asked.history))


def _priced(asked: Question, price: Money | None) -> Question:
    """Returns the question with the tariff's price where it may be in the network and has none of its own."""
    treatment = asked.treatment
    if price is None or treatment.in_network is False or treatment.cost is not None:
        return asked
    return replace(asked, treatment=replace(treatment, cost=price))


def _is_denied(asked: Question, cover: Cover, today: date) -> bool:
    chapter, situation = situation_of(asked, cover, asked.as_of or today)
    findings = (rule.evaluate(situation) for rule in chapter.rules)
    return any(found is not None and found.denies for found in findings)
