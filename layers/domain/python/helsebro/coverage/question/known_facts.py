"""Known facts: the facts of a question as JSON values by path, as a trail stores and shows them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from helsebro.coverage.question.facts import Facts
from helsebro.money import Money


def known_facts(facts: Facts) -> Mapping[str, object]:
    """Returns the facts that are known: days as ISO texts, amounts with their currency, sets as lists."""
    return {path: _json(value) for path, value in facts.items() if value is not None}


def _json(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Money):
        return value.as_json()
    return sorted(value) if isinstance(value, frozenset) else value
