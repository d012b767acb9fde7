"""Accepted paper: a checked document of a case, and what it means for the claim (F4-07, F4-35)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from helsebro.claims.claim import Claim
from helsebro.claims.facts.answered_question import with_answer
from helsebro.claims.facts.case_fact import FactRole
from helsebro.claims.facts.case_facts import proved_by, unproved, with_facts
from helsebro.claims.facts.insurer_questions import answered_by_insurer
from helsebro.coverage.asked.asked_facts import ASKED_FACTS
from helsebro.coverage.asked.fact_values import values_in
from helsebro.coverage.terms.product import product
from helsebro.ids import DocumentId


def nothing_more(claim: Claim) -> Claim:
    """Returns the claim with the needs that it has."""
    return claim


@dataclass(frozen=True)
class AcceptedPaper:
    """``referral_kind`` is that of a referral; None means the kind that the treatment needs.

    ``added_by`` is who sent it, and so who states what it proves.
    """

    file_type: str
    referral_kind: str | None = None
    document_id: DocumentId | None = None
    added_by: FactRole = "member"

    def of(self, claim: Claim, at: datetime, with_needs: Callable[[Claim], Claim] = nothing_more) -> Claim:
        """Returns the claim with the paper, the facts that it proves, and what it still needs.

        It goes into review when nothing is missing. A paper reopens a denial and answers an open question in
        words, unless it is a bill; of facts that were asked for it answers those that it proves. In review, a
        fact that a rule of the treatment reads, or that was needed, stated or known, begins a new round.
        """
        accepted = tuple(sorted({*claim.documents_accepted, self.file_type}))
        changed = replace(claim, documents_accepted=accepted, version=claim.version + 1)
        facts = proved_by(changed, self.file_type, at, self.referral_kind, self.document_id, self.added_by)
        changed = with_needs(answered_by_insurer(with_facts(changed, facts), self.file_type))
        is_evidence = self.file_type != "invoice"
        turns = is_evidence and _turns(claim, changed)
        answers = is_evidence and not changed.asked_again
        if answers and not claim.has_news:
            changed = with_answer(changed, "", at, self.added_by, self.document_id)
        return changed.moved_on(at, answers=answers, turns=turns)


def _turns(before: Claim, after: Claim) -> bool:
    """Returns whether the engine is asked something else, or a fact that counted already is proved now."""
    waited = {fact.path for fact in unproved(before)}
    if waited - {fact.path for fact in unproved(after)}:
        return True
    was, now = (values_in(claim.question, ASKED_FACTS) for claim in (before, after))
    needed = {fact.path for fact in before.needed_facts}
    stated = {fact.path for fact in before.facts}
    readers = product(before.product).chapter(before.treatment_type).readers
    read = {path for path in now if ASKED_FACTS[path].reads in readers}
    decisive = was.keys() | needed | stated | read
    return any(was.get(path) != value for path, value in now.items() if path in decisive)
