"""Subsidy: how much of the price of one session the payer pays."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal, InvalidOperation

from helsebro.coverage.question.cover_rates import CoverRate, rate_of
from helsebro.coverage.question.facts import AMOUNT, NUMBER, PATHS, Situation
from helsebro.coverage.question.index import printed_amount
from helsebro.coverage.rules import fields
from helsebro.coverage.rules.finding import Evaluate, Finding
from helsebro.coverage.rules.rule import Kind, Row
from helsebro.coverage.trail import Effect
from helsebro.money import CENT, Money

BOTH_WAYS = 2


def build(row: Row) -> Evaluate:
    """Limits the payment to an amount (``highest_amount``), or deducts a subsidy or a fact (``less``).

    The amount is open when it depends on an unknown fact or on a tariff that the policy does not have.
    ``optional``: an unknown fact changes nothing.
    """
    test, less, amount_of = row.when.test, bool(row.parameters.get("lessSubsidy")), highest_amount(row)
    distance, optional, deducted = row.text("perKmOf"), bool(row.parameters.get("optional")), row.text("less")
    fact = row.text("mostFact") or distance
    parameter, stated = row.text("mostParameter"), row.text("mostStated")

    def unknown_in(situation: Situation) -> list[str]:
        has_rate = not stated or tariff(situation.cover.parameters.get(parameter)) is not None
        needed = [*([fact] if fact else []), *([] if has_rate else [stated])]
        return [path for path in needed if situation.facts[path] is None]

    def evaluate(situation: Situation) -> Finding | None:
        applies = test(situation.facts)
        if applies is False:
            return None
        if applies is not True:
            return Finding("note", {"unknown": list(applies)}, amount_open=True)
        if less:
            taken = situation.facts["evidence.subsidy"]
            return Finding("note", {"known": taken is not None}, less_subsidy=True, amount_open=taken is None)
        if deducted:
            return _without(situation, deducted)
        if optional and situation.facts[fact] is None:
            return Finding("note")
        amount = amount_of(situation)
        facts = _computed(amount, situation, stated)
        if unknown := unknown_in(situation):
            facts["unknown"] = unknown
        effect: Effect = "note" if amount is None and distance else "cap"
        return Finding(effect, facts, per_session=amount, amount_open=amount is None)

    return evaluate


def _effects(row: Row) -> frozenset[Effect]:
    only_noted = row.parameters.keys() & {"lessSubsidy", "less"}
    return frozenset({"note"} if only_noted else {"cap", "note"})


def _without(situation: Situation, path: str) -> Finding:
    """Returns the finding of an amount in the price that is not paid; open until the amount is known."""
    amount, currency = situation.facts[path], situation.cover.annual_sum.currency
    if not isinstance(amount, Money) or amount.currency != currency:
        return Finding("note", {"unknown": [path]}, amount_open=True)
    return Finding("note", {"deducted": amount.as_json()}, less=amount.amount)


def highest_amount(row: Row) -> Callable[[Situation], Decimal | None]:
    """Returns the highest amount: printed (``most``), a policy's (``mostParameter``), a fact (``mostFact``).

    ``mostStated`` is the fact that counts when the policy has no such parameter. With ``perKmOf`` it is the
    rate for the kilometres there and back. ``None`` means unknown.
    """
    parameter, fact, distance = row.text("mostParameter"), row.text("mostFact"), row.text("perKmOf")
    stated = row.text("mostStated")
    printed = Decimal(row.text("most")) if row.text("most") else None

    def amount(situation: Situation) -> Decimal | None:
        if fact:
            return _amount_at(situation, fact)
        rate = tariff(situation.cover.parameters.get(parameter)) if parameter else printed
        if rate is None and stated:
            rate = _amount_at(situation, stated)
        if rate is not None and not parameter:
            rate = printed_amount(rate, situation.cover, situation.on, row.defaults, row.rule)
        return _there_and_back(rate, situation.facts[distance]) if distance else rate

    return amount


def _computed(amount: Decimal | None, situation: Situation, stated: str) -> dict[str, object]:
    """Returns the highest amount, and the rate that it comes from when no one stated it."""
    if amount is None:
        return {}
    most = {"most": Money(amount, situation.cover.annual_sum.currency).as_json()}
    rate = _rate_behind(stated, situation)
    return {**most, "rate": rate.as_json()} if rate else {**most}


def _rate_behind(path: str, situation: Situation) -> CoverRate | None:
    """Returns the rate of a tariff that a fact comes from; None for an amount of the policy or the staff."""
    rate = rate_of(path, situation.facts, situation.history, situation.cover)
    return rate if rate and rate.amount == situation.facts[path] else None


def _amount_at(situation: Situation, path: str) -> Decimal | None:
    """Returns the amount of a fact in the policy's currency."""
    known = situation.facts[path]
    fits = isinstance(known, Money) and known.currency == situation.cover.annual_sum.currency
    return known.amount if isinstance(known, Money) and fits else None


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
    _effects,
    {
        "most": fields.amount,
        "mostParameter": fields.text,
        "mostFact": _is_amount,
        "mostStated": _is_amount,
        "perKmOf": _is_number,
        "optional": fields.flag,
        "lessSubsidy": fields.flag,
        "less": _is_amount,
    },
    frozenset({"when"}),
    reads_with={"lessSubsidy": frozenset({"evidence.subsidy"})},
    one_of=(frozenset({"most", "mostParameter", "mostFact", "lessSubsidy", "less"}),),
    only_with={
        "optional": frozenset({"mostFact", "perKmOf"}),
        "perKmOf": frozenset({"most", "mostParameter"}),
        "mostStated": frozenset({"mostParameter"}),
    },
)
