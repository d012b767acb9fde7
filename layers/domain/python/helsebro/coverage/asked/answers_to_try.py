"""Answers to try: the values of an unknown fact that can lead to different decisions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from helsebro.coverage.asked.asked_fact import AskedFact
from helsebro.coverage.asked.asked_facts import COUNTRIES
from helsebro.coverage.asked.choices_offered import OTHER_COUNTRY
from helsebro.coverage.question.facts import SETS
from helsebro.money import Money

if TYPE_CHECKING:
    from helsebro.coverage.question.facts import Situation
    from helsebro.coverage.terms.product import Chapter

FAR = timedelta(days=10 * 365)
DAY = timedelta(days=1)


def answers_to_try(fact: AskedFact, chapter: Chapter, situation: Situation) -> Sequence[object]:
    """Returns values of a fact that the rules of the chapter can tell apart."""
    if fact.answer_kind == "yes-no" or (fact.answer_kind == "paper" and not fact.choices):
        return (True, False)
    if fact.path == "treatment.country":
        return (*COUNTRIES, OTHER_COUNTRY)
    if fact.path in SETS:
        return (frozenset[str](), *(frozenset({value}) for value in fact.choices))
    if fact.choices:
        return tuple(value for value in fact.choices if fact.path != "cause" or value != "unknown")
    if fact.answer_kind == "amount":
        currency = situation.cover.annual_sum.currency
        return tuple(Money.of(amount, currency) for amount in ("0.00", "1.00", "1000000.00"))
    if fact.answer_kind == "number":
        return tuple(dict.fromkeys(_numbers(fact.path, chapter)))
    return tuple(dict.fromkeys(_days(situation)))


def _numbers(path: str, chapter: Chapter) -> Iterator[int]:
    yield from (1, 1000) if path == "treatment.sessions" else (0, 1, 1000)
    for index in chapter.readers.get(path, ()):
        for value in chapter.rules[index].values.get(path, ()):
            if isinstance(value, int | float):
                yield from (max(int(value) - 1, 0), int(value), int(value) + 1)


def _days(situation: Situation) -> Iterator[date]:
    """Yields the days on and around every known day, and days long before and after."""
    for value in (situation.as_of - FAR, situation.as_of + FAR, *situation.facts.values()):
        if isinstance(value, date):
            yield from (value - DAY, value, value + DAY)
