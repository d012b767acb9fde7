"""The engine's decision: the rules that applied to a question, and the outcome of their findings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from helsebro.coverage.answer import Answer, Flip, Grant, Outcome
from helsebro.coverage.question.facts import Facts
from helsebro.coverage.question.known_facts import known_facts
from helsebro.coverage.rules.finding import Finding
from helsebro.coverage.rules.rule import Rule
from helsebro.coverage.trail import WRITTEN_FOR, Step, Trail


@dataclass(frozen=True, slots=True)
class AppliedRule:
    """A rule that applied to the question, and its finding."""

    rule: Rule
    found: Finding

    def step(self, known: Mapping[str, object]) -> Step:
        """Returns the entry of the answer's trail; ``known`` are the known facts of the question."""
        rule, found = self.rule, self.found
        reads = tuple(sorted(path for path in rule.reads if path in known))
        return Step(rule.id, rule.clause, found.effect, dict(found.facts), reads)


@dataclass(frozen=True)
class Decision:
    """The engine's decision on a question, with the fields of ``Answer``.

    ``trail`` holds the rules themselves and their whole findings, in the order of the terms; ``facts`` are
    those of the question, and ``terms`` the version whose rules they are, also without a policy.
    ``home`` is the payer's country.
    """

    outcome: Outcome
    policy_number: str | None
    product: str | None
    trail: tuple[AppliedRule, ...]
    facts: Facts
    terms: str
    grant: Grant | None = None
    missing: tuple[str, ...] = ()
    covered_from: date | None = None
    flips: tuple[Flip, ...] = ()
    amount_hangs_on: tuple[str, ...] = ()
    home: str = WRITTEN_FOR

    def answer(self) -> Answer:
        """Returns the answer to show or store."""
        known = known_facts(self.facts)
        return Answer(
            outcome=self.outcome,
            trail=Trail(tuple(applied.step(known) for applied in self.trail), known, self.terms, self.home),
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
