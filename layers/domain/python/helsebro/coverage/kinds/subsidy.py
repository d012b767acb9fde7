"""Subsidy: how much of the price of one session is paid."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from helsebro.coverage.facts import Situation
from helsebro.coverage.finding import Evaluate, Finding
from helsebro.coverage.kinds import fields
from helsebro.coverage.rule import Kind, Row


def build(row: Row) -> Evaluate:
    """Pays at most an amount: printed (``most``), of the policy (``mostParameter``), or less a subsidy.

    Where it hangs on a fact nobody knows, or on a tariff the policy does not tell, the amount stays open.
    """
    test, name, less = row.when.test, row.text("mostParameter"), bool(row.parameters.get("lessSubsidy"))
    printed = Decimal(row.text("most")) if row.text("most") else None

    def evaluate(situation: Situation) -> Finding | None:
        applies = test(situation.facts)
        if applies is False:
            return None
        if applies is not True:
            return Finding("note", {"unknown": list(applies)}, amount_open=True)
        if less:
            taken = situation.facts["evidence.subsidy"]
            return Finding("note", {"known": taken is not None}, less_subsidy=True, amount_open=taken is None)
        most = tariff(situation.cover.parameters.get(name)) if name else printed
        told = {"most": None if most is None else f"{most:.2f}"}
        return Finding("cap", told, per_session=most, amount_open=most is None)

    return evaluate


def tariff(value: object) -> Decimal | None:
    """The amount of a policy parameter, or ``None`` when it tells none."""
    try:
        return Decimal(str(value)) if value is not None else None
    except InvalidOperation:
        return None


KIND = Kind(
    build,
    {"most": fields.amount, "mostParameter": fields.text, "lessSubsidy": fields.flag},
    frozenset({"when"}),
    frozenset({"evidence.subsidy"}),
)
