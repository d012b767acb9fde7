"""The coverage engine's proposal on an extension, for the caseworker who decides (F1-25, R-824, R-913)."""

from __future__ import annotations

from dataclasses import replace

from helsebro.benefits.ledger import Ledger
from helsebro.coverage.answer import Answer, Step
from helsebro.coverage.question.question import Question
from helsebro.decisions.proposal import Basis, Proposed, of_question
from helsebro.decisions.proposal import question_of as claim_question_of
from helsebro.guarantees.extension import Extension
from helsebro.guarantees.guarantee import Guarantee
from helsebro.ids import GuaranteeId

PORTION_RULES = frozenset({"R-824", "R-913"})
"""Treatments are granted in portions; only the health team grants more than the first portion."""


def of_extension(extension: Extension, guarantee: Guarantee, basis: Basis) -> Proposed:
    """Returns the engine's answer to the claim's question for the further sessions, after all earlier grants.

    Staff must grant a further portion even if the engine would cover it: the outcome is at best ``refer``.
    """
    proposed = of_question(basis, question_of(extension, guarantee, basis))
    answer = _beyond_the_first(proposed.proposal.answer, guarantee.sessions_granted)
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

    The decision that is proposed here is itself their approval beforehand (R-1205).
    """
    asked = claim_question_of(basis.claim, basis.today)
    treatment = replace(
        asked.treatment,
        type=guarantee.treatment,
        starts_on=max(asked.treatment.starts_on or basis.today, basis.today),
        sessions=extension.sessions,
        hours=None,
        in_network=asked.treatment.in_network is not False,
        cost=guarantee.fee or asked.treatment.cost,
    )
    return replace(asked, treatment=treatment, evidence=replace(asked.evidence, approved_beforehand=True))


def _beyond_the_first(answer: Answer, granted: int) -> Answer:
    """Returns the answer to show; the facts of the portion rules hold the sessions granted before."""
    trail = tuple(_referred(step, granted) if step.rule in PORTION_RULES else step for step in answer.trail)
    refers = trail != answer.trail and answer.outcome == "covered"
    return replace(answer, outcome="refer" if refers else answer.outcome, trail=trail)


def _referred(step: Step, granted: int) -> Step:
    return replace(step, effect="refer", facts={**step.facts, "granted": granted})
