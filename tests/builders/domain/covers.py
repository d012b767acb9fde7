"""A cover for tests: a field that a test does not set does not matter to it."""

from __future__ import annotations

from datetime import date
from typing import Any

from helsebro.coverage.question.cover import Cover
from helsebro.money import Money


def cover(**changes: Any) -> Cover:
    """Returns an adult's leisure policy since 2020, with the modules that both policies may have."""
    usual: dict[str, Any] = {
        "policy_number": "P-1",
        "product": "SF1706",
        "effective_from": date(2020, 1, 1),
        "policy_year_start": "01-01",
        "modules": frozenset({"health", "physical", "psychology"}),
        "annual_sum": Money.of(500_000),
        "enrolled_on": date(2020, 1, 1),
        "born_on": date(1980, 1, 1),
    }
    return Cover(**{**usual, **changes})
