"""Tariff fees of a case: what the payer pays of the agreed fees (R-306, R-1415)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from helsebro.claims.claim import Claim
from helsebro.coverage.answer import Answer
from helsebro.coverage.grant import share
from helsebro.coverage.question.question import Question
from helsebro.coverage.trail import Trail
from helsebro.coverage.unit_cap import UnitCap, unit_cap
from helsebro.money import Money
from helsebro.tariffs.fee import Fee

DEDUCTS_SUBSIDY = "R-306"
"""The rule by which a subsidy is deducted; it is in a trail when the policy deducts it."""


def paid_fees(fees: Iterable[Fee], claim: Claim, answer: Answer | None) -> tuple[Fee, ...]:
    """Returns the fees that the guarantee promises, as the tariff has them when nothing is deducted.

    They are less the subsidy, at most the cap of a session, and shared with another insurer. A fee that
    became lower is agreed for the case, so it does not follow the tariff, which it names all the same. An
    amount in another currency than the fees deducts nothing.
    """
    evidence, trail = claim.question.evidence, answer.trail if answer else Trail()
    subsidy = deducted_subsidy(claim, answer)
    theirs = evidence.other_insurer_pays if evidence.other_insurer == "limits" else None
    return tuple(_paid(fee, subsidy, unit_cap(trail), theirs) for fee in fees)


def deducted_subsidy(claim: Claim, answer: Answer | None) -> Money | None:
    """Returns the subsidy of a claim if its policy deducts it; None when it does not, or none is known."""
    trail = answer.trail if answer else Trail()
    deducts = any(step.rule == DEDUCTS_SUBSIDY for step in trail)
    return claim.question.evidence.subsidy if deducts else None


def _paid(fee: Fee, subsidy: Money | None, cap: UnitCap | None, theirs: Money | None) -> Fee:
    price, currency = fee.amount.amount, fee.amount.currency
    if subsidy and subsidy.currency == currency:
        price = max(price - subsidy.amount, Decimal("0.00"))
    ours = min(price, cap.most) if cap else price
    if theirs and theirs.currency == currency:
        ours = share(price, ours, theirs.amount)
    if ours == fee.amount.amount:
        return fee
    return replace(fee, amount=Money(ours, currency), tariff=fee.amount if fee.rate else None)


def with_the_first_fee(answer: Answer, claim: Claim, question: Question, fees: Sequence[Fee]) -> Answer:
    """Returns the answer on a question at the tariff's later fee, with what the first session costs more.

    A sum that a cap lowered stays, and so does the answer on another price.
    """
    of_service = {fee.service: fee.amount for fee in fees}
    first, later = of_service.get("first"), of_service.get("follow-up")
    grant = answer.grant
    if grant is None or first is None or later is None or question.treatment.cost != later:
        return answer
    paid = {fee.service: fee.amount for fee in paid_fees(fees, claim, answer)}
    whole = grant.per_session * (grant.sessions or 1) if grant.per_session else None
    if whole is None or grant.payable != whole or grant.per_session != paid["follow-up"]:
        return answer
    return replace(answer, grant=replace(grant, payable=whole + paid["first"] - paid["follow-up"]))
