"""Held to a grant: a bill is judged as the case was when it was granted, and paid up to the granted price."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from helsebro.claims.claim import Claim
from helsebro.coverage.answer import Answer, Grant, Outcome
from helsebro.coverage.trail import Effect
from helsebro.coverage.unit_cap import unit_cap
from helsebro.money import Money
from helsebro.refunds.billed_treatment import BilledTreatment
from helsebro.tasks.proposal import OutsideGrant

PREVENTS: tuple[Effect, ...] = ("deny", "wait", "require")
"""The effects of a rule by which nothing is granted."""
PROVIDER_NUMBER = "treatment.practitioner.providerNumber"
PREVENTED: tuple[Outcome, ...] = ("not-covered", "needs-evidence")


def as_granted(answer: Answer, billed: BilledTreatment, claim: Claim, price: Money | None) -> Answer:
    """Returns the answer on a granted treatment, referred when only rules that staff overruled prevent it.

    What was granted stands: a rule that prevented the case's grant as well prevents no bill under it. The
    bill's price is then proposed up to the granted one, if that is known.
    """
    preventing = {step.rule for step in answer.trail if step.effect in PREVENTS}
    if answer.outcome not in PREVENTED or not preventing or not preventing <= _overruled(claim):
        return answer
    paid = min(billed.cost, _within_the_cap(price, answer)) if price else None
    grant = Grant(sessions=1, payable=paid, per_session=paid, settlement="refund")
    return replace(answer, outcome="refer", grant=grant, missing=(), flips=(), covered_from=None)


def held_to(answer: Answer, price: Money | None) -> tuple[Answer, OutsideGrant | None]:
    """Returns the answer with at most the granted price of the session, and whether that is less."""
    grant = answer.grant
    if price is None or grant is None or grant.payable is None or grant.payable <= price:
        return answer, None
    return replace(answer, grant=replace(grant, payable=price, per_session=price)), "above-granted-price"


def of_either_number(
    answer: Answer, price: Money | None, ask: Callable[[bool], Answer]
) -> tuple[Answer, OutsideGrant | None]:
    """Returns the answer as ``held_to`` does, also when it hangs on whether the practitioner has a number.

    A grant in the network asks no one for it. ``ask`` returns the answer for each; when the granted price
    makes both pay the same, that is paid (R-832, R-834).
    """
    if price is None or answer.grant is None or answer.amount_hangs_on != (PROVIDER_NUMBER,):
        return held_to(answer, price)
    held = [held_to(ask(has_number), price) for has_number in (True, False)]
    paid = {on.grant.payable if on.grant and on.outcome == answer.outcome else None for on, _ in held}
    amount = paid.pop()
    if paid or amount is None:
        return answer, None
    known = replace(answer.grant, payable=amount, per_session=amount)
    above = next((outside for _, outside in held if outside), None)
    return replace(answer, grant=known, amount_hangs_on=()), above


def was_shared_at_the_grant(claim: Claim) -> bool:
    """Returns whether the case was approved while it was not known what another insurer pays (R-1413)."""
    made, known = claim.decision, claim.question.evidence.other_insurer
    if made is None or made.outcome != "approved" or known is None:
        return False
    return made.trail.facts.get("evidence.otherInsurer") == known


def _overruled(claim: Claim) -> set[str]:
    """Returns the rules that prevented the grant of an approved case: the staff granted it against them."""
    made = claim.decision
    if made is None or made.outcome != "approved":
        return set()
    return {step.rule for step in made.trail if step.effect in PREVENTS}


def _within_the_cap(price: Money, answer: Answer) -> Money:
    cap = unit_cap(answer.trail)
    return replace(price, amount=min(price.amount, cap.most)) if cap else price
