"""The engine's decision: the rules that applied to a question, and the outcome of their findings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from helsebro.coverage.answer import Answer, Flip, Grant, Outcome, Step
from helsebro.coverage.rules.finding import Finding
from helsebro.coverage.rules.rule import Rule


@dataclass(frozen=True, slots=True)
class AppliedRule:
    """A rule that applied to the question, and its finding."""

    rule: Rule
    found: Finding

    def step(self, language: str | None) -> Step:
        """Returns the entry of the answer's trail, with the rule's text if a language is given."""
        rule, found = self.rule, self.found
        detail = rule.text[language] if language else None
        return Step(rule.id, rule.clause, found.effect, dict(found.facts), detail)


@dataclass(frozen=True)
class Decision:
    """The engine's decision on a question, with the fields of ``Answer``.

    ``trail`` holds the rules themselves and their whole findings, in the order of the terms.
    """

    outcome: Outcome
    policy_number: str | None
    product: str | None
    trail: tuple[AppliedRule, ...]
    grant: Grant | None = None
    missing: tuple[str, ...] = ()
    covered_from: date | None = None
    flips: tuple[Flip, ...] = ()
    amount_hangs_on: tuple[str, ...] = ()

    def answer(self, language: str | None = None) -> Answer:
        """Returns the answer to show or store, with texts in ``da``, ``nb`` or ``en``, or without texts."""
        return Answer(
            outcome=self.outcome,
            trail=tuple(applied.step(language) for applied in self.trail),
            grant=self.grant,
            missing=self.missing,
            flips=self.flips,
            covered_from=self.covered_from,
            amount_hangs_on=self.amount_hangs_on,
            policy_number=self.policy_number,
            product=self.product,
        )


def prevents_cover(found: Finding) -> bool:
    """Returns whether a finding prevents the outcome covered: it denies, misses a fact or refers."""
    return found.denies or bool(found.missing) or found.effect == "refer"


def outcome_of(findings: list[Finding | None]) -> Outcome:
    """Returns the outcome of all findings; a denial outranks a missing fact, which outranks a referral."""
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
