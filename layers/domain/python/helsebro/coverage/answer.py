"""Answer: what the engine says to a question of cover, as it is shown and kept (api.md, Coverage)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from helsebro.money import Money

Outcome = Literal["covered", "not-covered", "refer", "needs-evidence"]
Effect = Literal["deny", "cap", "wait", "require", "refer", "grant", "note"]
Settlement = Literal["direct", "refund"]

RANK: dict[Outcome, int] = {"not-covered": 0, "needs-evidence": 1, "refer": 2, "covered": 3}
"""Outcomes, worst for the person first."""


@dataclass(frozen=True)
class Step:
    """One entry of the trail: a rule with its printed clause, and what it found.

    ``detail`` is the rule's text in one language; ``None`` where only the decision is kept.
    """

    rule: str
    clause: str = ""
    effect: Effect = "deny"
    facts: Mapping[str, object] = field(default_factory=dict)
    detail: str | None = None

    @property
    def most(self) -> Decimal | None:
        """The most that is paid of one session or treatment, where the rule caps that, in the policy's
        currency.
        """
        most = self.facts.get("most") if self.effect == "cap" else None
        return Decimal(str(most)) if most else None


@dataclass(frozen=True)
class Flip:
    """One fact that, had it this value, would give a better outcome."""

    fact: str
    value: object
    outcome: Outcome


@dataclass(frozen=True)
class Grant:
    """So many sessions or hours, so much a session and in all, valid until a day; ``None`` is not known.

    ``sessions`` and ``hours`` are ``None`` too where the treatment is not counted in them.
    """

    sessions: int | None = None
    hours: float | None = None
    payable: Money | None = None
    per_session: Money | None = None
    valid_until: date | None = None
    settlement: Settlement | None = None


@dataclass(frozen=True)
class Answer:
    """The outcome, the trail of every rule that bore on it, and what would change it.

    ``missing`` are paths of the question's body, ``covered_from`` is the first day on which waiting alone
    makes it covered. ``grant`` is there when the outcome is ``covered`` or ``refer``; ``amount_hangs_on`` are
    the facts whose lack leaves its amount open. Without a policy there is neither its number nor a product.
    """

    outcome: Outcome
    trail: tuple[Step, ...] = ()
    grant: Grant | None = None
    missing: tuple[str, ...] = ()
    flips: tuple[Flip, ...] = ()
    covered_from: date | None = None
    amount_hangs_on: tuple[str, ...] = ()
    policy_number: str | None = None
    product: str | None = None
