"""A cover for tests; each test overrides only the fields that matter to it."""

from __future__ import annotations

from datetime import date
from typing import Any

from helsebro.coverage.question.cover import Cover
from helsebro.money import Money


def cover(**changes: Any) -> Cover:
    """An adult's cover by the leisure policy, in force since 2020, with the modules of both products."""
    defaults: dict[str, Any] = {
        "policy_number": "P-1",
        "product": "SF1706",
        "effective_from": date(2020, 1, 1),
        "policy_year_start": "01-01",
        "modules": frozenset({"health", "physical", "psychology"}),
        "annual_sum": Money.of(500_000),
        "enrolled_on": date(2020, 1, 1),
        "born_on": date(1980, 1, 1),
    }
    return Cover(**{**defaults, **changes})
