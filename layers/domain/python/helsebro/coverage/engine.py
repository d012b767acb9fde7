"""The engine: evaluates every rule that may apply and makes one decision of the findings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from helsebro.coverage.answer import RANK, Flip
from helsebro.coverage.decision import AppliedRule, Decision, outcome_of
from helsebro.coverage.flips import covered_from, flips_of
from helsebro.coverage.grant import grant_of, open_facts, with_our_part
from helsebro.coverage.product_head import newest_for
from helsebro.coverage.question.cover import Cover
from helsebro.coverage.question.cover_rates import with_rates
from helsebro.coverage.question.facts import (
    NOT_INSURED,
    PATHS,
    Facts,
    Situation,
    facts_of,
    facts_of_cover,
    facts_of_day,
)
from helsebro.coverage.question.faults.currencies import amounts_in_another_currency
from helsebro.coverage.question.faults.future_days import days_in_the_future
from helsebro.coverage.question.former import EQUAL
from helsebro.coverage.question.question import Question
from helsebro.coverage.question.stated_cover import with_a_long_former, with_statements
from helsebro.coverage.question.taken_as_given import with_given
from helsebro.coverage.rules.finding import Finding
from helsebro.coverage.terms.home_terms import terms_at_home
from helsebro.coverage.terms.product import Chapter, Product, product
from helsebro.errors import Fault
from helsebro.money import Money

FORMER = "evidence.formerInsurance.product"
"""The fact whose answer can end a denial that no other single fact can: no rule reads it by its path."""


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
    flips = flips_of(chapter, situation, findings, decision.outcome)
    if decision.outcome != "not-covered":
        return replace(decision, flips=flips)
    turning = {flip.fact for flip in flips}
    flips = (*flips, *_flip_of_former(asked, cover, as_of, terms))
    return replace(
        decision,
        # A rule that depends on an unknown fact does not deny, so no answer to the others turns the denial.
        missing=tuple(path for path in decision.missing if path in turning),
        covered_from=covered_from(chapter, situation, findings),
        flips=tuple(sorted(flips, key=lambda flip: -RANK[flip.outcome])),
    )


def _flip_of_former(asked: Question, cover: Cover, as_of: date, terms: Product | None) -> Iterator[Flip]:
    """Yields the kind of a former insurance, if a long one would end the denial (R-1308)."""
    if then := with_a_long_former(asked, cover):
        outcome = outcome_of(_found(then, cover, as_of, terms)[2])
        if outcome != "not-covered":
            yield Flip(FORMER, EQUAL, outcome)


def assess(asked: Question, cover: Cover | None, today: date, terms: Product | None = None) -> Decision:
    """Decides like ``decide``, but without flips and the first day of cover, and with all missing facts."""
    as_of = asked.as_of or today
    if cover is None:
        return _not_insured(asked, as_of)
    return _decision(*_found(asked, cover, as_of, terms))


def misses(path: str, asked: Question, cover: Cover, today: date) -> bool:
    """Returns whether ``assess`` would name a fact as missing; evaluates only the rules that read it."""
    chapter, situation = situation_of(asked, cover, asked.as_of or today)
    findings = (chapter.rules[index].evaluate(situation) for index in chapter.readers.get(path, ()))
    return any(path in found.missing for found in findings if found)


def faults_against(asked: Question, covers: Sequence[Cover], today: date) -> list[Fault]:
    """Returns every fault of a claim under whichever of the policies answers it; there is at least one.

    They are a treatment before the policy began (R-501), what has happened after today, and amounts in
    another currency than the policy's.
    """
    faults = [
        *days_in_the_future(asked, today),
        *amounts_in_another_currency(asked, {cover.annual_sum.currency for cover in covers}),
    ]
    starts, first = asked.treatment.starts_on, min(cover.starts_on for cover in covers)
    if starts is not None and starts < first:
        faults.append(Fault("/treatment/startsOn", "before-the-policy", first.isoformat()))
    return faults


def situation_of(
    asked: Question, cover: Cover, as_of: date, terms: Product | None = None
) -> tuple[Chapter, Situation]:
    """Returns the rules that may apply to a question, and the facts that they may read.

    What the question states of the cover counts when the policy does not know it. A tariff, the event and the
    treatment answer what the question does not state.
    """
    terms = terms or terms_at_home(cover.product, cover.home)
    cover = with_statements(cover, asked)
    chapter = terms.chapter(asked.treatment.type)
    deducts = cover.parameters.get("subsidyDeducted", terms.parameters.get("subsidyDeducted", True))
    facts = facts_of(with_given(asked, cover.home), as_of)
    facts.update(facts_of_cover(cover, chapter.modules, deducts is not False))
    facts.update(facts_of_day(cover, asked.treatment.starts_on, as_of))
    return chapter, Situation(with_rates(facts, asked.history, cover), asked.history, cover, as_of)


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
        trail=tuple(AppliedRule(rule, with_our_part(found, grant)) for rule, found in applied if found),
        facts=situation.facts,
        terms=situation.cover.product,
        grant=grant,
        missing=_missing(findings),
        amount_hangs_on=open_facts(situation, made) if grant and grant.payable is None else (),
        home=situation.cover.home,
    )


def _missing(findings: list[Finding | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(path for found in findings if found for path in found.missing))


def _not_insured(asked: Question, as_of: date) -> Decision:
    """Returns the decision without a policy: R-201, as the newest product for the cause prints it."""
    no_cover = Cover("", "", as_of, "01-01", frozenset(), Money.zero(), as_of)
    facts: Facts = {**dict.fromkeys(PATHS), **facts_of(asked, as_of), **NOT_INSURED}
    situation = Situation(facts, (), no_cover, as_of)
    newest = newest_for(asked.cause)
    insured = [rule for rule in product(newest).rules if rule.reads == {"cover.insured"}]
    steps = [AppliedRule(rule, found) for rule in insured if (found := rule.evaluate(situation))]
    return Decision("not-covered", None, None, tuple(steps), facts, newest)
