"""The coverage engine's proposal on an extension, for the caseworker who decides (F1-25, R-824, R-913)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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

COST = "treatment.cost"
PRICED = frozenset(
    {
        COST,
        "treatment.supplement",
        "evidence.subsidy",
        "evidence.otherInsurer",
        "evidence.otherInsurerPays",
    }
)
"""The facts that the guarantee's price was made of."""
PORTION_RULES = frozenset({"R-824", "R-913"})
"""Treatments are granted in portions; only the health team grants more than the first portion."""


def of_extension(extension: Extension, guarantee: Guarantee, basis: Basis) -> Proposed:
    """Returns the engine's answer to the claim's question for the further sessions, after all earlier grants.

    Staff must grant a further portion even if the engine would cover it: the outcome is at best ``refer``.
    """
    question = question_of(extension, guarantee, basis)
    proposed = of_question(basis, question)
    told = _of_the_case(proposed.proposal.answer, question, guarantee, basis)
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


def _of_the_case(answer: Answer, question: Question, guarantee: Guarantee, basis: Basis) -> Answer:
    """Returns the answer whose rows speak of the price of the case, as those of its approval did.

    The money is that of the guarantee, of which nothing is deducted again. What a rule says of the price, a
    subsidy or another insurer is what it says of the case's own. Where these give another price than the
    guarantee's, ``agreed`` holds that one.
    """
    if guarantee.fee is None or guarantee.fee_for == "whole":
        return answer
    asked = basis.claim.question
    treatment = replace(
        question.treatment, cost=_price_of_case(basis.claim), supplement=asked.treatment.supplement
    )
    evidence = replace(
        question.evidence,
        subsidy=asked.evidence.subsidy,
        other_insurer=asked.evidence.other_insurer,
        other_insurer_name=asked.evidence.other_insurer_name,
        other_insurer_pays=asked.evidence.other_insurer_pays,
    )
    own = basis.ask(replace(question, treatment=treatment, evidence=evidence)).decision.answer()
    paid = own.grant.per_session if own.grant else None
    agreed = {"agreed": guarantee.fee.as_json()} if paid not in (None, guarantee.fee) else {}
    facts = {**answer.trail.facts, **_told(own.trail.facts), **_of_tariff(basis.claim), **agreed}
    steps = _with_own_prices(answer.trail.steps, own.trail.steps)
    return replace(answer, trail=replace(answer.trail, steps=steps, facts=facts))


def _price_of_case(claim: Claim) -> Money | None:
    """Returns the price that the approval was decided at: the tariff's, or that of the case."""
    decided = claim.decision.trail.facts.get(COST) if claim.decision else None
    if not isinstance(decided, Mapping):
        return claim.question.treatment.cost
    return Money.from_json({name: str(part) for name, part in decided.items()})


def _of_tariff(claim: Claim) -> dict[str, object]:
    decided = claim.decision.trail.facts if claim.decision else {}
    return {name: decided[name] for name in ("priceFrom", "firstPrice") if name in decided}


def _told(facts: Mapping[str, object]) -> dict[str, object]:
    return {path: facts[path] for path in PRICED if path in facts}


def _with_own_prices(steps: Sequence[Step], own: Sequence[Step]) -> tuple[Step, ...]:
    """Returns the steps with those of the case's own price, subsidy and other insurer, in their order.

    A denial of theirs is left out: what was granted at the guarantee's price stands.
    """
    found = {step.rule: step for step in steps}
    kept = [
        step if PRICED & {*step.reads} else found.get(step.rule, step)
        for step in own
        if step.rule in found or not step.denies
    ]
    there = {step.rule for step in kept}
    others = (step for step in steps if step.rule not in there and not PRICED & {*step.reads})
    return (*kept, *others)


def _beyond_the_first(answer: Answer, granted: int) -> Answer:
    """Returns the answer to show; the facts of the portion rules hold the sessions granted before."""
    steps = tuple(_referred(step, granted) if step.rule in PORTION_RULES else step for step in answer.trail)
    refers = steps != answer.trail.steps and answer.outcome == "covered"
    trail = replace(answer.trail, steps=steps)
    return replace(answer, outcome="refer" if refers else answer.outcome, trail=trail)


def _referred(step: Step, granted: int) -> Step:
    return replace(step, effect="refer", facts={**step.facts, "granted": granted})
