"""The engine: evaluates every rule that may apply and makes one decision of the findings."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from helsebro.coverage.decision import AppliedRule, Decision, outcome_of
from helsebro.coverage.flips import covered_from, flips_of
from helsebro.coverage.grant import grant_of, open_facts
from helsebro.coverage.product_head import newest_for
from helsebro.coverage.question.cover import Cover
from helsebro.coverage.question.facts import (
    NOT_INSURED,
    PATHS,
    Facts,
    Situation,
    facts_of,
    facts_of_cover,
    facts_of_day,
)
from helsebro.coverage.question.question import Question
from helsebro.coverage.rules.finding import Finding
from helsebro.coverage.terms.product import Chapter, Product, product
from helsebro.errors import BadInput, Fault
from helsebro.money import Money


def decide(asked: Question, cover: Cover | None, today: date, terms: Product | None = None) -> Decision:
    """Decides a question under a policy, as of the question's ``as_of``, else ``today``.

    ``terms`` replace those of the policy. Without a cover, or before its first day, a rule denies; nothing is
    raised.
    """
    as_of = asked.as_of or today
    if cover is None:
        return _not_insured(asked, as_of)
    chapter, situation, findings = _found(asked, cover, as_of, terms)
    decision = _decision(chapter, situation, findings)
    if decision.outcome == "covered":
        return decision
    denied = decision.outcome == "not-covered"
    return replace(
        decision,
        covered_from=covered_from(chapter, situation, findings) if denied else None,
        flips=flips_of(chapter, situation, findings, decision.outcome),
    )


def assess(asked: Question, cover: Cover | None, today: date, terms: Product | None = None) -> Decision:
    """Decides like ``decide``, but without flips and the first day of cover."""
    as_of = asked.as_of or today
    if cover is None:
        return _not_insured(asked, as_of)
    return _decision(*_found(asked, cover, as_of, terms))


def misses(path: str, asked: Question, cover: Cover, today: date) -> bool:
    """Returns whether ``decide`` would name a fact as missing; evaluates only the rules that read it."""
    chapter, situation = situation_of(asked, cover, asked.as_of or today)
    findings = (chapter.rules[index].evaluate(situation) for index in chapter.readers.get(path, ()))
    return any(path in found.missing for found in findings if found)


def check_against(asked: Question, cover: Cover) -> None:
    """Raises ``BadInput`` for a treatment before the policy began; no rule decides on it."""
    faults = faults_against(asked, cover)
    if faults:
        raise BadInput(faults)


def faults_against(asked: Question, cover: Cover) -> list[Fault]:
    """Returns the fault of a treatment before the policy began."""
    starts = asked.treatment.starts_on
    if starts is None or starts >= cover.starts_on:
        return []
    return [Fault("/treatment/startsOn", "before-the-policy", cover.starts_on.isoformat())]


def situation_of(
    asked: Question, cover: Cover, as_of: date, terms: Product | None = None
) -> tuple[Chapter, Situation]:
    """Returns the rules that may apply to a question, and the facts that they may read."""
    terms = terms or product(cover.product)
    chapter = terms.chapter(asked.treatment.type)
    deducts = cover.parameters.get("subsidyDeducted", terms.parameters.get("subsidyDeducted", True))
    facts = facts_of(asked, as_of)
    facts.update(facts_of_cover(cover, chapter.modules, deducts is not False))
    facts.update(facts_of_day(cover, asked.treatment.starts_on, as_of))
    return chapter, Situation(facts, asked.history, cover, as_of)


def _found(
    asked: Question, cover: Cover, as_of: date, terms: Product | None
) -> tuple[Chapter, Situation, list[Finding | None]]:
    """Returns the finding of each rule of the treatment's chapter, in the chapter's order."""
    chapter, situation = situation_of(asked, cover, as_of, terms)
    return chapter, situation, [rule.evaluate(situation) for rule in chapter.rules]


def _decision(chapter: Chapter, situation: Situation, findings: list[Finding | None]) -> Decision:
    outcome = outcome_of(findings)
    made = [found for found in findings if found]
    grant = grant_of(situation, made) if outcome in ("covered", "refer") else None
    applied = zip(chapter.rules, findings, strict=True)
    return Decision(
        outcome=outcome,
        policy_number=situation.cover.policy_number,
        product=situation.cover.product,
        trail=tuple(AppliedRule(rule, found) for rule, found in applied if found),
        grant=grant,
        missing=_missing(findings),
        amount_hangs_on=open_facts(situation, made) if grant and grant.payable is None else (),
    )


def _missing(findings: list[Finding | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(path for found in findings if found for path in found.missing))


def _not_insured(asked: Question, as_of: date) -> Decision:
    """Returns the decision without a policy: R-201, with the text of the newest product for the cause."""
    no_cover = Cover("", "", as_of, "01-01", frozenset(), Money.zero(), as_of)
    facts: Facts = {**dict.fromkeys(PATHS), **facts_of(asked, as_of), **NOT_INSURED}
    situation = Situation(facts, (), no_cover, as_of)
    rules = product(newest_for(asked.cause)).rules
    insured = [rule for rule in rules if rule.reads == {"cover.insured"}]
    steps = [AppliedRule(rule, found) for rule in insured if (found := rule.evaluate(situation))]
    return Decision("not-covered", None, None, tuple(steps))
