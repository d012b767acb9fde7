"""The coverage engine's proposal on an extension, for the caseworker who decides (F1-25, R-824, R-913)."""

from __future__ import annotations

from dataclasses import replace

from helsebro.benefits.ledger import Ledger
from helsebro.claims.claim import Claim
from helsebro.claims.claim_question import question_of as claim_question_of
from helsebro.coverage.answer import Answer
from helsebro.coverage.question.question import Question
from helsebro.coverage.trail import Step
from helsebro.decisions.proposal import Basis, Proposed, of_question
from helsebro.guarantees.extension import Extension
from helsebro.guarantees.guarantee import Guarantee
from helsebro.ids import GuaranteeId
from helsebro.money import Money

SUBSIDY = "evidence.subsidy"
PORTION_RULES = frozenset({"R-824", "R-913"})
"""Treatments are granted in portions; only the health team grants more than the first portion."""


def of_extension(extension: Extension, guarantee: Guarantee, basis: Basis) -> Proposed:
    """Returns the engine's answer to the claim's question for the further sessions, after all earlier grants.

    Staff must grant a further portion even if the engine would cover it: the outcome is at best ``refer``.
    """
    proposed = of_question(basis, question_of(extension, guarantee, basis))
    told = _with_subsidy_of(basis.claim, proposed.proposal.answer)
    answer = _beyond_the_first(told, guarantee.sessions_granted)
    return replace(proposed, proposal=replace(proposed.proposal, answer=answer))


def going_on(ledger: Ledger, guarantee_id: GuaranteeId) -> Ledger:
    """Returns the ledger as if the course under a guarantee had not ended."""
    resumed = (
        replace(reservation, course_ended_on=None)
        if reservation.guarantee_id == guarantee_id
        else reservation
        for reservation in ledger.reservations
    )
    return replace(ledger, reservations=tuple(resumed))


def question_of(extension: Extension, guarantee: Guarantee, basis: Basis) -> Question:
    """Returns the claim's own question for the further sessions from today on, at the guarantee's price.

    That price is what was left after every subsidy, supplement and second insurer, so nothing is deducted
    from it again. A price for all sessions says nothing of further ones, so theirs is open. The decision that
    is proposed here is itself their approval beforehand (R-1205).
    """
    asked = claim_question_of(basis.claim, basis.today)
    treatment = replace(
        asked.treatment,
        type=guarantee.treatment,
        starts_on=max(asked.treatment.starts_on or basis.today, basis.today),
        sessions=extension.sessions,
        hours=None,
        in_network=asked.treatment.in_network is not False,
        cost=None if guarantee.fee_for == "whole" else guarantee.fee or asked.treatment.cost,
    )
    evidence = replace(asked.evidence, approved_beforehand=True)
    if guarantee.fee:
        nothing = Money.zero(guarantee.fee.currency)
        treatment = replace(treatment, supplement=treatment.supplement and nothing)
        evidence = replace(
            evidence,
            subsidy=evidence.subsidy and nothing,
            other_insurer=evidence.other_insurer and "none",
            other_insurer_name=None,
            other_insurer_pays=None,
        )
    return replace(asked, treatment=treatment, evidence=evidence)


def _with_subsidy_of(claim: Claim, answer: Answer) -> Answer:
    """Returns the answer whose sentences know the claim's subsidy, which the guarantee's price is less of."""
    subsidy = claim.question.evidence.subsidy
    if subsidy is None:
        return answer
    facts = {**answer.trail.facts, SUBSIDY: subsidy.as_json()}
    return replace(answer, trail=replace(answer.trail, facts=facts))


def _beyond_the_first(answer: Answer, granted: int) -> Answer:
    """Returns the answer to show; the facts of the portion rules hold the sessions granted before."""
    steps = tuple(_referred(step, granted) if step.rule in PORTION_RULES else step for step in answer.trail)
    refers = steps != answer.trail.steps and answer.outcome == "covered"
    trail = replace(answer.trail, steps=steps)
    return replace(answer, outcome="refer" if refers else answer.outcome, trail=trail)


def _referred(step: Step, granted: int) -> Step:
    return replace(step, effect="refer", facts={**step.facts, "granted": granted})
