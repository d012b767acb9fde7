"""Subsidy: how much of the price of one session is paid."""

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
    """Pays at most an amount (``most_of``), or less a subsidy.

    Where it hangs on a fact nobody knows, or on a tariff the policy does not tell, the amount stays open;
    ``optional`` says that a fact nobody tells changes nothing.
    """
    test, less, most_of = row.when.test, bool(row.parameters.get("lessSubsidy")), most(row)
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
        amount = most_of(situation)
        told = {"most": None if amount is None else f"{amount:.2f}"}
        effect: Effect = "note" if amount is None and distance else "cap"
        return Finding(effect, told, per_session=amount, amount_open=amount is None)

    return evaluate


def most(row: Row) -> Callable[[Situation], Decimal | None]:
    """The highest amount: printed (``most``), of the policy (``mostParameter``), or a fact (``mostFact``).

    With ``perKmOf`` it is the policy's rate for so many kilometres there and back. ``None`` is not known.
    """
    parameter, fact, distance = row.text("mostParameter"), row.text("mostFact"), row.text("perKmOf")
    printed = Decimal(row.text("most")) if row.text("most") else None

    def amount(situation: Situation) -> Decimal | None:
        if fact:
            told = situation.facts[fact]
            fits = isinstance(told, Money) and told.currency == situation.cover.annual_sum.currency
            return told.amount if isinstance(told, Money) and fits else None
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
    """The amount of a policy parameter, or ``None`` when it tells none."""
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
