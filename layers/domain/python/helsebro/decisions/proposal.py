"""Proposal: the coverage engine's answer on a claim or refund, for the staff who decide (F1-18, F1-21)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from helsebro.claims.claim import Claim
from helsebro.coverage.answer import RANK, Answer, Grant
from helsebro.coverage.engine import decide
from helsebro.coverage.question.cover import Cover
from helsebro.coverage.question.question import Earlier, Question
from helsebro.decisions.record import Asking
from helsebro.local_day import local_day
from helsebro.money import Money
from helsebro.refunds.refund import BilledTreatment, Refund
from helsebro.tasks.proposal import BilledAnswer, Proposal

History = Callable[[Question], Sequence[Earlier]]
"""Returns the earlier treatments in our own records that count for a question."""


def nothing_earlier(_: Question) -> Sequence[Earlier]:
    """Returns the history of a person with no earlier grants."""
    return ()


@dataclass(frozen=True)
class Proposed:
    """The proposal shown to staff, and the questions that the engine was asked for it."""

    proposal: Proposal
    askings: tuple[Asking, ...]


@dataclass(frozen=True)
class Basis:
    """The facts behind proposals on a claim: its policy, the person's history, today and a language.

    ``covers_then`` are the person's covers on the days of treatments: a bill is judged by the policy of the
    day of treatment, not of the day the bill is received.
    """

    claim: Claim
    covers: Sequence[Cover]
    today: date
    language: str
    history: History = nothing_earlier
    covers_then: Mapping[date, Sequence[Cover]] = field(default_factory=dict)

    def cover_on(self, day: date | None) -> Cover | None:
        """Returns the cover of the claim's own policy for a treatment on a day."""
        covers = self.covers_then.get(day, self.covers) if day else self.covers
        return next((cover for cover in covers if cover.policy_number == self.claim.policy_number), None)

    def ask(self, question: Question) -> Asking:
        """Returns the engine's decision on a question; our own history is added to the question's."""
        asked = replace(question, history=(*self.history(question), *question.history))
        cover = self.cover_on(asked.treatment.starts_on)
        return Asking(asked, cover, self.today, decide(asked, cover, self.today))


def of_claim(basis: Basis) -> Proposed:
    """Returns the engine's answer (api.md, Coverage) to the claim's own question under its own policy."""
    return of_question(basis, question_of(basis.claim, basis.today))


def question_of(claim: Claim, today: date) -> Question:
    """Returns a claim's question. For a treatment that has not begun, the decision proposed here is itself
    the approval beforehand (F4-28, R-1205).
    """
    asked = _reported(claim)
    starts = asked.treatment.starts_on
    if asked.evidence.approved_beforehand is None and (starts is None or starts >= today):
        asked = replace(asked, evidence=replace(asked.evidence, approved_beforehand=True))
    return asked


def of_question(basis: Basis, question: Question) -> Proposed:
    """Returns the engine's answer to one question about the claim."""
    asking = basis.ask(question)
    return Proposed(Proposal(asking.decision.answer(basis.language), basis.language), (asking,))


def of_refund(refund: Refund, basis: Basis) -> Proposed:
    """Returns an answer for each billed treatment, and a whole with the worst outcome, all rules and the sum.

    The whole lists every rule once.
    """
    askings = tuple(basis.ask(_question(refund, place, basis)) for place in range(len(refund.treatments)))
    answers = [asking.decision.answer(basis.language) for asking in askings]
    whole = Answer(
        outcome=min((answer.outcome for answer in answers), key=lambda outcome: RANK[outcome]),
        trail=tuple({step.rule: step for answer in answers for step in answer.trail}.values()),
        grant=Grant(payable=_sum(answers, refund.claimed)),
        policy_number=basis.claim.policy_number,
        product=basis.claim.product,
    )
    treatments = (
        BilledAnswer(billed.on, billed.type, answer)
        for billed, answer in zip(refund.treatments, answers, strict=True)
    )
    return Proposed(Proposal(whole, basis.language, tuple(treatments)), askings)


def _reported(claim: Claim) -> Question:
    """Returns the claim's question with the day it was reported, never before the day it arose (R-1315)."""
    asked = claim.question
    reported_on = asked.condition.reported_on or local_day(claim.reported_at, claim.country)
    reported_on = max(reported_on, asked.condition.arisen_on or reported_on)
    return replace(asked, condition=replace(asked.condition, reported_on=reported_on))


def _question(refund: Refund, place: int, basis: Basis) -> Question:
    billed, claim = refund.treatments[place], basis.claim
    asked = _reported(claim)
    paid_by_the_member = replace(
        asked.treatment,
        type=billed.type,
        starts_on=billed.on,
        in_network=False,
        sessions=1,
        cost=billed.cost,
    )
    approved = claim.answered_at.date() if claim.status == "approved" and claim.answered_at else None
    evidence = asked.evidence
    if approved and evidence.approved_beforehand is None:
        evidence = replace(evidence, approved_beforehand=billed.on >= approved)
    before = [_earlier(other, claim) for other in refund.treatments[:place]]
    return replace(asked, treatment=paid_by_the_member, evidence=evidence, history=(*asked.history, *before))


def _earlier(billed: BilledTreatment, claim: Claim) -> Earlier:
    return Earlier(
        billed.type,
        billed.on,
        condition_key="same",
        sessions=1,
        cost=billed.cost,
        in_network=False,
        product=claim.product,
    )


def _sum(answers: Sequence[Answer], like: Money) -> Money | None:
    """Returns the sum of what is proposed; ``None`` when an amount is not known."""
    total = Money.zero(like.currency)
    for answer in answers:
        if answer.outcome == "not-covered":
            continue
        if answer.grant is None or answer.grant.payable is None:
            return None
        total = total + answer.grant.payable
    return total
