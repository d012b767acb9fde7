"""The engine: every rule of the terms that may bear is asked, and the answers make one decision."""

from __future__ import annotations

from datetime import date

from helsebro.coverage.cover import Cover
from helsebro.coverage.decision import Decision, Step, outcome_of
from helsebro.coverage.facts import (
    NOT_INSURED,
    PATHS,
    Facts,
    Situation,
    facts_of,
    facts_of_cover,
    facts_of_day,
)
from helsebro.coverage.finding import Finding
from helsebro.coverage.flips import covered_from, flips_of
from helsebro.coverage.grant import Grant, grant_of
from helsebro.coverage.product import Chapter, Product, product
from helsebro.coverage.question import Question
from helsebro.errors import BadInput, Fault
from helsebro.money import Money

PRODUCT_OF_CAUSE = {"work": "SA1706", "leisure": "SF1706", "unknown": "SF1706"}
"""Whose words tell somebody without a policy that they are not insured (R-201)."""


def decide(asked: Question, cover: Cover | None, today: date) -> Decision:
    """Decides a question under a policy: ``asOf`` (else ``today``) is the day it is decided on.

    Without a cover, or before its first day, the answer says so by rule; nothing is raised.
    """
    as_of = asked.as_of or today
    if cover is None:
        return _not_insured(asked, as_of)
    chapter, situation, findings = _found(asked, cover, as_of)
    outcome = outcome_of(findings)
    denied = outcome == "not-covered"
    return Decision(
        outcome=outcome,
        policy_number=cover.policy_number,
        product=cover.product,
        trail=_trail(chapter, findings),
        grant=_grant(situation, findings) if outcome in ("covered", "refer") else None,
        missing=_missing(findings),
        covered_from=covered_from(chapter, situation, findings) if denied else None,
        flips=() if outcome == "covered" else flips_of(chapter, situation, findings, outcome),
    )


def missing_for(asked: Question, cover: Cover, today: date) -> tuple[str, ...]:
    """What ``decide`` would name as missing, without the rest of the answer."""
    return _missing(_found(asked, cover, asked.as_of or today)[2])


def check_against(asked: Question, cover: Cover) -> None:
    """Raises ``BadInput`` for a treatment before the policy began, which no rule needs to judge."""
    starts = asked.treatment.starts_on
    if starts and starts < cover.starts_on:
        detail = f"The policy began on {cover.starts_on}."
        raise BadInput([Fault("/treatment/startsOn", "before-the-policy", detail)])


def _found(asked: Question, cover: Cover, as_of: date) -> tuple[Chapter, Situation, list[Finding | None]]:
    """What each rule of the treatment's chapter finds, in the chapter's order."""
    terms = product(cover.product)
    chapter = terms.chapter(asked.treatment.type)
    situation = _situation(asked, cover, as_of, terms, chapter)
    return chapter, situation, [rule.evaluate(situation) for rule in chapter.rules]


def _situation(asked: Question, cover: Cover, as_of: date, terms: Product, chapter: Chapter) -> Situation:
    deducts = cover.parameters.get("subsidyDeducted", terms.parameters.get("subsidyDeducted", True))
    facts = facts_of(asked, as_of)
    facts.update(facts_of_cover(cover, chapter.modules, deducts is not False))
    facts.update(facts_of_day(cover, asked.treatment.starts_on, as_of))
    return Situation(facts, asked.history, cover, as_of)


def _missing(findings: list[Finding | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(path for one in findings if one for path in one.missing))


def _trail(chapter: Chapter, findings: list[Finding | None]) -> tuple[Step, ...]:
    return tuple(Step(rule, found) for rule, found in zip(chapter.rules, findings, strict=True) if found)


def _grant(situation: Situation, findings: list[Finding | None]) -> Grant:
    return grant_of(situation, [one for one in findings if one])


def _not_insured(asked: Question, as_of: date) -> Decision:
    """The decision for somebody in no policy: R-201, in the words of the product the cause points to."""
    nobody = Cover("", "", as_of, "01-01", frozenset(), Money.zero(), as_of)
    facts: Facts = {**dict.fromkeys(PATHS), **facts_of(asked, as_of), **NOT_INSURED}
    situation = Situation(facts, (), nobody, as_of)
    rules = product(PRODUCT_OF_CAUSE[asked.cause]).rules
    insured = [rule for rule in rules if rule.reads == {"cover.insured"}]
    steps = [Step(rule, found) for rule in insured if (found := rule.evaluate(situation))]
    return Decision("not-covered", None, None, tuple(steps))
