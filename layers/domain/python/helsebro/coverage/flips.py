"""What would change a decision: other values of single facts, and the first day after every wait."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from helsebro.coverage.answer import RANK, Flip, Outcome
from helsebro.coverage.decision import outcome_of, prevents_cover
from helsebro.coverage.question import vocabulary
from helsebro.coverage.question.facts import (
    COUNTRY,
    FLAG,
    PATHS,
    SETS,
    WORKED_OUT,
    Facts,
    Situation,
    facts_of_day,
)
from helsebro.coverage.rules.finding import Finding
from helsebro.coverage.terms.product import Chapter

COUNTRIES = ("DK", "NO", "SE", "FI", "DE")
FIXED = frozenset({"treatment.type", "condition.category", "treatment.startsOn"})
"""Facts that are never flipped: another value makes it another question, or ``coveredFrom`` covers it."""
TRIES = 8
"""The number of consecutive waits that are followed, such as a gap and then a policy year."""


def flips_of(
    chapter: Chapter, situation: Situation, findings: list[Finding | None], outcome: Outcome
) -> tuple[Flip, ...]:
    """Returns the single facts that give a better outcome, the best first, each with its smallest change."""
    found = []
    for path in _paths(chapter, situation, findings):
        best: Flip | None = None
        for value in _candidates(path, situation.facts[path], _values(chapter, findings, path)):
            then = outcome_of(_changed(chapter, situation, findings, path, value))
            if RANK[then] > RANK[best.outcome if best else outcome]:
                best = Flip(path, sorted(value) if isinstance(value, frozenset) else value, then)
        if best:
            found.append(best)
    return tuple(sorted(found, key=lambda flip: -RANK[flip.outcome]))


def covered_from(chapter: Chapter, situation: Situation, findings: list[Finding | None]) -> date | None:
    """Returns the first day on which it is covered by waiting alone; ``None`` when waiting does not help."""
    for _ in range(TRIES):
        denials = [found for found in findings if found is not None and found.denies]
        ends = [found.until for found in denials if found.until is not None]
        if not denials:
            starts = situation.facts["treatment.startsOn"]
            covered = outcome_of(findings) == "covered"
            return starts if covered and isinstance(starts, date) else None
        if len(ends) < len(denials):
            return None
        findings, situation = _later(chapter, situation, max(ends))
    return None


def _later(chapter: Chapter, situation: Situation, on: date) -> tuple[list[Finding | None], Situation]:
    facts: Facts = {**situation.facts, **facts_of_day(situation.cover, on, situation.as_of)}
    then = situation._replace(facts=facts)
    return [rule.evaluate(then) for rule in chapter.rules], then


def _changed(
    chapter: Chapter, situation: Situation, findings: list[Finding | None], path: str, value: object
) -> list[Finding | None]:
    """Returns the findings for another value of a fact; evaluates only the rules that read it."""
    facts = {**situation.facts, path: value}
    if path == "cause":
        facts["cause.known"] = True
    then = situation._replace(facts=facts)
    changed = list(findings)
    for index in chapter.readers.get(path, ()):
        changed[index] = chapter.rules[index].evaluate(then)
    return changed


def _paths(chapter: Chapter, situation: Situation, findings: list[Finding | None]) -> list[str]:
    """Returns the facts that the rules that prevent cover read, in the order of the terms."""
    paths: dict[str, None] = {}
    for rule, found in zip(chapter.rules, findings, strict=True):
        if found is not None and prevents_cover(found):
            paths.update(dict.fromkeys(sorted(rule.reads)))
    return [path for path in paths if _can_differ(path, situation)]


def _can_differ(path: str, situation: Situation) -> bool:
    """Returns whether the same question could have another value of the fact."""
    if path.startswith(("cover.", "person.", "decision.")) or path in FIXED or path in WORKED_OUT:
        return False
    return path != "condition.chronic" or situation.facts["condition.category"] != "chronic"


def _values(chapter: Chapter, findings: list[Finding | None], path: str) -> list[object]:
    return [
        value
        for rule, found in zip(chapter.rules, findings, strict=True)
        if found is not None and prevents_cover(found)
        for value in rule.values.get(path, ())
    ]


def _candidates(path: str, now: object, compared: list[object]) -> Iterator[object]:
    """Yields the values to try, the smallest change first."""
    sort = PATHS[path]
    if path in SETS:
        yield from _sets(now, compared)
    elif sort == FLAG:
        yield from (value for value in (True, False) if value is not now)
    elif path == "cause":
        yield from (value for value in ("work", "leisure") if value != now)
    elif sort == COUNTRY:
        yield from (value for value in COUNTRIES if value != now)
    elif len(sort) > 1:
        weakest = vocabulary.REFERRALS.index(str(now)) if path == "evidence.referral" and now else -1
        yield from (value for index, value in enumerate(sort) if index > weakest and value != now)
    else:
        yield from dict.fromkeys(value for value in compared if isinstance(value, int | float))


def _sets(now: object, compared: list[object]) -> Iterator[frozenset[object]]:
    if not isinstance(now, frozenset):
        yield frozenset()
        now = frozenset()
    for value in dict.fromkeys(compared):
        yield now ^ {value}
    yield now - set(compared)
