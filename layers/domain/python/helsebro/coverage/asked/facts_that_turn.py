"""Facts that turn a denial: unknown ones that no rule names as missing, because it denies without them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from helsebro.coverage.asked.asked_fact import NeededFact
from helsebro.coverage.asked.asked_facts import ASKED_FACTS
from helsebro.coverage.engine import situation_of
from helsebro.coverage.question.question import Happening
from helsebro.coverage.question.stated_cover import with_a_long_former
from helsebro.coverage.question.taken_as_given import MENTAL

if TYPE_CHECKING:
    from helsebro.coverage.question.cover import Cover
    from helsebro.coverage.question.question import Question
    from helsebro.coverage.rules.finding import Finding
    from helsebro.coverage.terms.product import Product

DISABLED = "evidence.disabledForTransport"
EVENT = "event.kind"
ANY_EVENT = Happening("serious-accident")


def facts_that_turn(
    asked: Question, cover: Cover, as_of: date, terms: Product | None
) -> tuple[NeededFact, ...]:
    """Returns the facts of a former insurance, or of transport after an event, if they end the denial."""
    return _of_former(asked, cover, as_of, terms) or _of_transport(asked, cover, as_of, terms)


def deny(findings: Iterable[Finding | None]) -> bool:
    """Returns whether a rule denies."""
    return any(found is not None and found.denies for found in findings)


def _of_former(asked: Question, cover: Cover, as_of: date, terms: Product | None) -> tuple[NeededFact, ...]:
    """Returns the facts of a former insurance if it is unknown and a long one ends the denial (R-1308)."""
    then = with_a_long_former(asked, cover)
    if then is None or _is_denied(then, cover, as_of, terms):
        return ()
    return _needed(fact.path for fact in ASKED_FACTS.values() if fact.read_as == "cover.transfer")


def _of_transport(
    asked: Question, cover: Cover, as_of: date, terms: Product | None
) -> tuple[NeededFact, ...]:
    """Returns what makes a trip one to crisis help (R-7147), if it is unknown and ends the denial.

    A person who can travel alone, or who has another illness or injury than a mental one, is asked for no
    event. Most trips follow none, so only the other fact holds the review.
    """
    evidence, event, category = asked.evidence, asked.event, asked.condition.category
    if asked.treatment.type != "transport" or evidence.disabled_for_transport is False:
        return ()
    if event.kind is None and category not in (None, MENTAL):
        return ()
    then = replace(
        asked,
        event=event if event.kind else ANY_EVENT,
        evidence=replace(evidence, disabled_for_transport=True),
    )
    if _is_denied(then, cover, as_of, terms):
        return ()
    if evidence.disabled_for_transport is None:
        return _needed([DISABLED])
    return tuple(replace(fact, holds_review=False) for fact in _needed([] if event.kind else [EVENT]))


def _is_denied(asked: Question, cover: Cover, as_of: date, terms: Product | None) -> bool:
    chapter, situation = situation_of(asked, cover, as_of, terms)
    return deny(rule.evaluate(situation) for rule in chapter.rules)


def _needed(paths: Iterable[str]) -> tuple[NeededFact, ...]:
    rows = (ASKED_FACTS[path] for path in paths)
    return tuple(NeededFact(row.path, row.asked_of, row.holds_review) for row in rows)
