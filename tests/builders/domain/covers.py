"""A cover as tests want it: what a test does not mention does not matter to it."""

from __future__ import annotations

from datetime import date
from typing import Any

from helsebro.coverage.question.cover import Cover
from helsebro.money import Money


def cover(**changes: Any) -> Cover:
    """The leisure policy of a grown-up, in force since 2020, with the modules that both policies may have."""
    told: dict[str, Any] = {
        "policy_number": "P-1",
        "product": "SF1706",
        "effective_from": date(2020, 1, 1),
        "policy_year_start": "01-01",
        "modules": frozenset({"health", "physical", "psychology"}),
        "annual_sum": Money.of(500_000),
        "enrolled_on": date(2020, 1, 1),
        "born_on": date(1980, 1, 1),
    }
    return Cover(**{**told, **changes})
