"""A policy for the tests of policies and notices; each test may override any field."""

from __future__ import annotations

from datetime import date
from typing import Any

from helsebro.money import Money
from helsebro.policies.policy import Policy, Policyholder


def policy(**changes: Any) -> Policy:
    """A leisure policy of Tryg's since 2024, with health treatment."""
    defaults: dict[str, Any] = {
        "policy_id": "pol_a",
        "payer": "tryg",
        "number": "P-1",
        "product": "SF1706",
        "policyholder": Policyholder("Havn A/S", "12345674"),
        "effective_from": date(2024, 1, 1),
        "policy_year_start": "01-01",
        "modules": frozenset({"health"}),
        "annual_sum": Money.of(500_000),
    }
    return Policy(**{**defaults, **changes})
