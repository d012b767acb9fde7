"""Subsidy: how much of the price of one session the payer pays."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal, InvalidOperation

from helsebro.coverage.answer import Effect
from helsebro.coverage.question.facts import AMOUNT, NUMBER, PATHS, Situation
from helsebro.coverage.question.index import printed_amount
from helsebro.coverage.rules import fields
from helsebro.coverage.rules.finding import Evaluate, Finding
from helsebro.coverage.rules.rule import Kind, Row
from helsebro.money import CENT, Money

BOTH_WAYS = 2


def build(row: Row) -> Evaluate:
    """Limits the payment to an amount (``highest_amount``), or deducts a subsidy.

    The amount is open when it depends on an unknown fact or on a tariff that the policy does not have.
    ``optional``: an unknown fact changes nothing.
    """
    test, less, amount_of = row.when.test, bool(row.parameters.get("lessSubsidy")), highest_amount(row)
    distance, optional = row.text("perKmOf"), bool(row.parameters.get("optional"))
    fact = row.text("mostFact") or distance

    def evaluate(situation: Situation) -> Finding | None:
        applies = test(situation.facts)
        if applies is False:
            return None
        if applies is not True:
            return Finding("note", {"unknown": list(applies)}, amount_open=True)
        if less:
            taken = situation.facts["evidence.subsidy"]
            return Finding("note", {"known": taken is not None}, less_subsidy=True, amount_open=taken is None)
        if optional and situation.facts[fact] is None:
            return Finding("note")
        amount = amount_of(situation)
        facts = {"most": None if amount is None else f"{amount:.2f}"}
        effect: Effect = "note" if amount is None and distance else "cap"
        return Finding(effect, facts, per_session=amount, amount_open=amount is None)

    return evaluate


def highest_amount(row: Row) -> Callable[[Situation], Decimal | None]:
    """Returns the highest amount: printed (``most``), a policy's (``mostParameter``), a fact (``mostFact``).

    With ``perKmOf`` it is the policy's rate for the kilometres there and back. ``None`` means unknown.
    """
    parameter, fact, distance = row.text("mostParameter"), row.text("mostFact"), row.text("perKmOf")
    printed = Decimal(row.text("most")) if row.text("most") else None

    def amount(situation: Situation) -> Decimal | None:
        if fact:
            known = situation.facts[fact]
            fits = isinstance(known, Money) and known.currency == situation.cover.annual_sum.currency
            return known.amount if isinstance(known, Money) and fits else None
        rate = tariff(situation.cover.parameters.get(parameter)) if parameter else printed
        if rate is not None and not parameter:
            rate = printed_amount(rate, situation.cover, situation.on, row.defaults)
        return _there_and_back(rate, situation.facts[distance]) if distance else rate

    return amount


def _there_and_back(rate: Decimal | None, distance: object) -> Decimal | None:
    if rate is None or not isinstance(distance, int | float):
        return None
    return (rate * Decimal(str(distance)) * BOTH_WAYS).quantize(CENT)


def tariff(value: object) -> Decimal | None:
    """Returns the amount of a policy parameter, or ``None`` when it is not an amount."""
    try:
        return Decimal(str(value)) if value is not None else None
    except InvalidOperation:
        return None


def _is_amount(value: object) -> bool:
    return PATHS.get(str(value)) == AMOUNT


def _is_number(value: object) -> bool:
    return PATHS.get(str(value)) == NUMBER


KIND = Kind(
    build,
    {
        "most": fields.amount,
        "mostParameter": fields.text,
        "mostFact": _is_amount,
        "perKmOf": _is_number,
        "optional": fields.flag,
        "lessSubsidy": fields.flag,
    },
    frozenset({"when"}),
    frozenset({"evidence.subsidy", "evidence.actualCost", "treatment.distanceKm", "treatment.recommendedKm"}),
    one_of=(frozenset({"most", "mostParameter", "mostFact", "lessSubsidy"}),),
    only_with={
        "optional": frozenset({"mostFact", "perKmOf"}),
        "perKmOf": frozenset({"most", "mostParameter"}),
    },
)
