"""Last day: the day that no grant may outlast, and the last day to begin (R-7145, R-1315, R-7144)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from helsebro.coverage.question.windows import add_months
from helsebro.coverage.trail import Step
from helsebro.errors import Fault

FACT = "lastDay"
BEGIN_BY = "beginBy"
FROM_FIRST_SESSION = frozenset({"R-791", "R-7111", "R-1002"})
"""The rules that end cover so many months after the first session; until it is held, that is no day."""


@dataclass(frozen=True)
class GrantLimit:
    """The rule that ends cover on a day, and its printed clause."""

    rule: str
    clause: str
    day: date

    @property
    def named(self) -> dict[str, object]:
        """What the text of a fault says of it."""
        return {"day": self.day, "rule": self.rule, "clause": self.clause}


def last_day(trail: Iterable[Step]) -> GrantLimit | None:
    """Returns the earliest day on which a rule of a trail ends cover; None without such a rule.

    A rule that denies, because the treatment begins after its day, ends cover on that day too.
    """
    ends = (step for step in trail if step.effect in ("cap", "deny") and step.facts.get(FACT))
    found = (GrantLimit(step.rule, step.clause, date.fromisoformat(str(step.facts[FACT]))) for step in ends)
    return min(found, key=lambda last: last.day, default=None)


def last_day_once_begun(trail: Iterable[Step], begun_on: date | None) -> GrantLimit | None:
    """Returns the earliest day on which a rule of a trail ends cover, now that the first session was held.

    ``begun_on`` is its day; before that, a rule that counts from it has no last day.
    """
    steps = [*trail]
    counted = [_counted_from(step, begun_on) for step in steps] if begun_on else []
    found = [limit for limit in (last_day(steps), *counted) if limit]
    return min(found, key=lambda last: last.day, default=None)


def _counted_from(step: Step, begun_on: date) -> GrantLimit | None:
    if step.rule not in FROM_FIRST_SESSION or step.effect != "cap" or FACT in step.facts:
        return None
    first, end = (step.facts.get(name) for name in ("from", "until"))
    if not first or not end:
        return None
    start, until = date.fromisoformat(str(first)), date.fromisoformat(str(end))
    months = (until.year - start.year) * 12 + until.month - start.month
    return GrantLimit(step.rule, step.clause, add_months(begun_on, months))


def begin_by(trail: Iterable[Step]) -> date | None:
    """Returns the last day to begin of a trail whose rules allow it; None when it may begin on any day."""
    days = (step.facts.get(BEGIN_BY) for step in trail if step.effect == "cap")
    return min((date.fromisoformat(str(day)) for day in days if day), default=None)


def last_day_faults(valid_until: date | None, last: GrantLimit | None) -> list[Fault]:
    """Returns the fault of a grant that is valid after that day, which staff cannot override either."""
    if last is None or valid_until is None or valid_until <= last.day:
        return []
    return [Fault("/grant/validUntil", "grant-outlasts-cover", "", last.named)]
