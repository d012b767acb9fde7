"""A decision as the engine makes it: the rules that bore on a question, and what their findings come to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from helsebro.coverage.answer import Answer, Flip, Grant, Outcome, Step
from helsebro.coverage.rules.finding import Finding
from helsebro.coverage.rules.rule import Rule


@dataclass(frozen=True, slots=True)
class AppliedRule:
    """A rule that bore on the question, and what it found."""

    rule: Rule
    found: Finding

    def step(self, language: str | None) -> Step:
        """The entry of the answer's trail, with the rule's text in a language if one is named."""
        rule, found = self.rule, self.found
        detail = rule.text[language] if language else None
        return Step(rule.id, rule.clause, found.effect, dict(found.facts), detail)


@dataclass(frozen=True)
class Decision:
    """What the engine makes of a question; its fields are those of the ``Answer`` it is told as.

    ``trail`` holds the rules themselves and all that they found, in the order of the terms.
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
        """The answer to show or keep, its texts in ``da``, ``nb`` or ``en``, or without any."""
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
