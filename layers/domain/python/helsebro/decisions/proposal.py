"""Proposal: the coverage engine's answer on a claim or refund, for the staff who decide (F1-18, F1-21)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from helsebro.claims.claim import Claim
from helsebro.claims.claim_question import question_of
from helsebro.claims.facts.case_facts import as_stated
from helsebro.coverage.answer import Answer
from helsebro.coverage.engine import FORMER, decide
from helsebro.coverage.question.cover import Cover
from helsebro.coverage.question.question import Earlier, Question
from helsebro.decisions.first_session import with_the_first_session
from helsebro.decisions.record import Asking
from helsebro.decisions.told_by import open_while_shared, with_not_known
from helsebro.guarantees.prices.network_price import at_the_network_price
from helsebro.guarantees.prices.tariff_fees import with_the_first_fee
from helsebro.refunds.case_grants import CaseGrants
from helsebro.tariffs.agreed_fees import tariff_of
from helsebro.tariffs.fee import Fee
from helsebro.tasks.proposal import Proposal

History = Callable[[Question], Sequence[Earlier]]
"""Returns the earlier treatments in our own records that count for a question."""


def nothing_earlier(_: Question) -> Sequence[Earlier]:
    """Returns the history of a person with no earlier grants."""
    return ()


@dataclass(frozen=True)
class Proposed:
    """The proposal shown to staff, and the questions that the engine was asked for it.

    ``cover_version`` is that of the cover of the claim's policy, None without a cover.
    """

    proposal: Proposal
    askings: tuple[Asking, ...]
    cover_version: str | None = None


@dataclass(frozen=True)
class Basis:
    """The facts behind proposals on a claim: its policy, the person's history and today.

    ``covers_then`` are the person's covers on the days of treatments: a bill is judged by the policy of the
    day of treatment, not of the day the bill is received. ``grants`` are what the case was granted; only
    bills are held against them. ``fees`` are what its sessions cost in the network today.
    ``cover_version`` is that of the cover of the claim's policy.
    """

    claim: Claim
    covers: Sequence[Cover]
    today: date
    history: History = nothing_earlier
    covers_then: Mapping[date, Sequence[Cover]] = field(default_factory=dict)
    grants: CaseGrants = field(default_factory=CaseGrants)
    fees: tuple[Fee, ...] = ()
    cover_version: str | None = None

    def cover_on(self, day: date | None) -> Cover | None:
        """Returns the cover of the claim's own policy for a treatment on a day."""
        covers = self.covers_then.get(day, self.covers) if day else self.covers
        return next((cover for cover in covers if cover.policy_number == self.claim.policy_number), None)

    def ask(self, question: Question, granted: bool = False) -> Asking:
        """Returns the engine's decision on a question; our own history is added to the question's.

        ``granted`` says that the treatment belongs to a grant of the case. What was granted stands until it
        is revoked: no course that ended begins a wait for it (R-822, R-912), and no cover that the person
        left after the grant ends it (R-1312); a grant made later ends with the cover itself.
        """
        known = self.history(question)
        cover = self.cover_on(question.treatment.starts_on)
        if granted:
            known = [replace(row, course_ended_on=None) for row in known]
            cover = replace(cover, left_on=None) if cover else None
        asked = replace(question, history=(*known, *question.history))
        return Asking(asked, cover, self.today, decide(asked, cover, self.today))


def of_claim(basis: Basis) -> Proposed:
    """Returns the engine's answer (api.md, Coverage) to the claim's own question under its own policy.

    In the network it is asked about the tariff's price, which is the one that is paid.
    """
    question = at_the_network_price(question_of(basis.claim, basis.today), basis.claim, basis.fees)
    proposed = of_question(basis, question)
    answer = with_the_first_fee(proposed.proposal.answer, basis.claim, question, basis.fees)
    answer = with_the_first_session(answer, question, lambda asked: basis.ask(asked).decision.answer())
    answer = _at_the_tariff(open_while_shared(answer, basis.claim), question, basis.fees)
    return replace(proposed, proposal=replace(proposed.proposal, answer=answer))


def _at_the_tariff(answer: Answer, question: Question, fees: Sequence[Fee]) -> Answer:
    """Returns the answer whose sentences know that its price is the tariff's, which no one stated."""
    price = tariff_of(fees)
    if price is None or question.treatment.cost != price:
        return answer
    first = next((fee.amount for fee in fees if fee.service == "first" and fee.amount != price), None)
    of_first = {"firstPrice": first.as_json()} if first else {}
    facts = {**answer.trail.facts, "priceFrom": "tariff", **of_first}
    return replace(answer, trail=replace(answer.trail, facts=facts))


def of_question(basis: Basis, question: Question) -> Proposed:
    """Returns the engine's answer to one question about the claim."""
    asking = basis.ask(question)
    answer = with_not_known(asking.decision.answer(), basis.claim)
    return Proposed(Proposal(_without_former_in_vain(answer, basis, question)), (asking,))


def _without_former_in_vain(answer: Answer, basis: Basis, question: Question) -> Answer:
    """Returns the answer without the flip of a former insurance, if the one that the member has told us of
    would not turn it even with its paper (R-1309, R-1311).
    """
    told = as_stated(basis.claim).evidence.former
    if told is None or all(flip.fact != FORMER for flip in answer.flips):
        return answer
    then = basis.ask(replace(question, evidence=replace(question.evidence, former=told)))
    if then.decision.outcome != "not-covered":
        return answer
    return replace(answer, flips=tuple(flip for flip in answer.flips if flip.fact != FORMER))
