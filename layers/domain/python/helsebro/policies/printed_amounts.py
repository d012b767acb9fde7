"""Printed amounts: the amounts in the terms are Danish kroner, so another currency needs the payer's own.

A policy has them in its parameter ``amounts``: rule id → amount, such as ``{"R-843": "450.00"}``. Like every
parameter they change by a notice, from a day on.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from helsebro.coverage.product_head import known_products
from helsebro.coverage.question.vocabulary import LANGUAGES
from helsebro.errors import Fault
from helsebro.money import Currency, Money
from helsebro.policies.parameters import AMOUNTS, RULE

if TYPE_CHECKING:
    from helsebro.coverage.rules.rule import Row, Rule

PRINTED_IN: Currency = "DKK"
PRINTED_FOR = "DK"


def rules_with_amounts(product: str) -> tuple[str, ...]:
    """Returns the rules of a product that print an amount of money, in the order of the terms."""
    return tuple(_rules_with_amounts(product))


def _rules_with_amounts(product: str) -> Mapping[str, Rule]:
    # Only underwriting asks for them: a read of a policy compiles no terms.
    from helsebro.coverage.terms.product import product as terms

    return {rule.id: rule for rule in terms(product).rules if prints_an_amount(rule.row)}


def prints_an_amount(row: Row) -> bool:
    """Returns whether the row itself has an amount: the limit of a cap, or the most of one session."""
    limits = "limit" in row.parameters and row.text("unit") == "money"
    return limits or bool(row.text("most"))


def amount_faults(product: str, parameters: Mapping[str, object], currency: str) -> list[Fault]:
    """Returns a fault for each amount of a rule that prints none, and for each that the currency needs."""
    if product not in known_products():
        return []
    given = parameters.get(AMOUNTS, {})
    amounts = given if isinstance(given, Mapping) else {}
    if not amounts and currency == PRINTED_IN:
        return []
    printed = rules_with_amounts(product)
    unknown = [rule for rule in amounts if RULE.fullmatch(str(rule)) and rule not in printed]
    missing = [rule for rule in printed if rule not in amounts] if currency != PRINTED_IN else []
    at, known = f"/parameters/{AMOUNTS}", ", ".join(printed)
    return [
        *(Fault(f"{at}/{rule}", "amount-of-no-rule", known) for rule in unknown),
        *(Fault(f"{at}/{rule}", "amount-of-rule-missing", rule, _clause(product, rule)) for rule in missing),
    ]


def _clause(product: str, rule: str) -> Mapping[str, object]:
    """Returns the clause of a rule, by its number and in each language, and the amount that it prints."""
    from helsebro.coverage.texts.rule_texts import rule_texts

    found = _rules_with_amounts(product)[rule]
    texts = {language: rule_texts(product, rule, language, PRINTED_FOR).clause for language in LANGUAGES}
    printed = found.row.text("most") or str(found.row.parameters["limit"])
    return {"clause": found.clause, "says": texts, "printed": Money.of(printed, PRINTED_IN)}
