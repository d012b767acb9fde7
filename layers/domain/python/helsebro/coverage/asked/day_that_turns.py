"""Day that turns: a day of treatment on which a denial no longer holds, while the question has no day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from helsebro.coverage.question.facts import facts_of_day
from helsebro.coverage.question.taken_as_given import CRISIS_HELP

if TYPE_CHECKING:
    from helsebro.coverage.question.facts import Situation
    from helsebro.coverage.question.question import Question
    from helsebro.coverage.rules.finding import Finding
    from helsebro.coverage.terms.product import Chapter

STARTS = "treatment.startsOn"
UNTIL = "until"


def day_that_turns(
    asked: Question, chapter: Chapter, situation: Situation, findings: Sequence[Finding | None]
) -> date | None:
    """Returns such a day, None when no day turns the denial or the question has its day.

    It is the first day after every wait, or the last day of a period that is over: that treatment has then
    begun already. Crisis help that has begun was not agreed beforehand, so no past day turns it (R-7146).
    """
    if asked.treatment.starts_on is not None:
        return None
    denials = [found for found in findings if found is not None and found.denies]
    for day in sorted(set(_days(denials)), reverse=True):
        if asked.treatment.type == CRISIS_HELP and day < situation.as_of:
            continue
        then = situation._replace(
            facts={**situation.facts, **facts_of_day(situation.cover, day, situation.as_of)}
        )
        found = (rule.evaluate(then) for rule in chapter.rules)
        if not any(finding is not None and finding.denies for finding in found):
            return day
    return None


def _days(denials: Sequence[Finding]) -> Iterator[date]:
    """Yields the days on which the waits are over, and the last days of the periods."""
    for found in denials:
        last = found.facts.get(UNTIL)
        if found.until is not None:
            yield found.until
        elif isinstance(last, str):
            yield date.fromisoformat(last)
