"""A decision: the outcome, the trail of every rule that bore on it, and what would change it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from helsebro.coverage.grant import Grant
from helsebro.coverage.rules.finding import Finding
from helsebro.coverage.rules.rule import Rule

Outcome = Literal["covered", "not-covered", "refer", "needs-evidence"]
RANK: dict[Outcome, int] = {"not-covered": 0, "needs-evidence": 1, "refer": 2, "covered": 3}
"""Outcomes, worst for the person first."""


@dataclass(frozen=True, slots=True)
class Step:
    """One entry of the trail: a rule and what it found."""

    rule: Rule
    found: Finding

    def to_json(self, language: str) -> dict[str, object]:
        """The entry as told, with the rule's text in a language."""
        return {
            "rule": self.rule.id,
            "clause": self.rule.clause,
            "effect": self.found.effect,
            "detail": self.rule.text[language],
            "facts": dict(self.found.facts),
        }


@dataclass(frozen=True)
class Flip:
    """One fact that, had it this value, would give a better outcome."""

    fact: str
    value: object
    outcome: Outcome

    def to_json(self) -> dict[str, object]:
        """The entry of ``flips``."""
        return {"fact": self.fact, "value": self.value, "outcome": self.outcome}


@dataclass(frozen=True)
class Decision:
    """The answer to a question of cover. ``missing`` are paths of the question's body.

    ``covered_from`` is the first day on which waiting alone makes it covered. ``grant`` is there when the
    outcome is ``covered`` or ``refer``; ``amount_hangs_on`` are the facts whose lack leaves its amount open.
    """

    outcome: Outcome
    policy_number: str | None
    product: str | None
    trail: tuple[Step, ...]
    grant: Grant | None = None
    missing: tuple[str, ...] = ()
    covered_from: date | None = None
    flips: tuple[Flip, ...] = ()
    amount_hangs_on: tuple[str, ...] = ()

    def to_json(self, language: str = "da") -> dict[str, object]:
        """The answer of ``POST /v1/coverage/simulate``, its texts in ``da``, ``nb`` or ``en``."""
        return {
            "outcome": self.outcome,
            "policyNumber": self.policy_number,
            "product": self.product,
            "trail": [step.to_json(language) for step in self.trail],
            "grant": self.grant and self.grant.to_json(),
            "missing": list(self.missing),
            "coveredFrom": self.covered_from and self.covered_from.isoformat(),
            "flips": [flip.to_json() for flip in self.flips],
            "amountHangsOn": list(self.amount_hangs_on),
        }


def stands_in_the_way(found: Finding) -> bool:
    """Whether a finding keeps the outcome from being covered: it denies, lacks something or refers."""
    return found.denies or bool(found.missing) or found.effect == "refer"


def outcome_of(findings: list[Finding | None]) -> Outcome:
    """What the findings of all rules come to: a denial first, then what is missing, then a person's word."""
    worst: Outcome = "covered"
    for found in findings:
        if found is None:
            continue
        if found.denies:
            return "not-covered"
        if found.missing:
            worst = "needs-evidence"
        elif found.effect == "refer" and worst == "covered":
            worst = "refer"
    return worst
