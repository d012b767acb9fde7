"""Cover period: the state of a person's cover on a day, and every day on which it ends or is suspended."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from helsebro.coverage.question.cover import Cover
from helsebro.coverage.question.facts import facts_of_day
from helsebro.coverage.question.windows import Window, add_months, policy_year
from helsebro.coverage.terms.product import product

CoverState = Literal["not-begun", "in-force", "suspended", "run-off", "ended"]
EndingKind = Literal["leaving", "seventieth-year", "run-off", "suspension"]
RULES: Mapping[EndingKind, str] = {
    "leaving": "R-1312",
    "seventieth-year": "R-1313",
    "run-off": "R-1315",
    "suspension": "R-1402",
}


@dataclass(frozen=True)
class Ending:
    """A day on which a rule ends or suspends cover.

    ``last_day`` is the last covered day; for a suspension it is the day before it began. ``again_on`` is the
    day on which cover continued after a suspension, None while the premium is unpaid.
    """

    kind: EndingKind
    rule: str
    clause: str
    last_day: date
    again_on: date | None = None


@dataclass(frozen=True)
class Period:
    """The person's own first day, the policy year around a day, the state on that day, and the endings."""

    first_day: date
    year_from: date | None
    year_until: date | None
    state: CoverState
    endings: tuple[Ending, ...]


def period(cover: Cover, today: date) -> Period:
    """Returns the cover's period on a day."""
    endings = tuple(_endings(cover))
    year: Window = policy_year(today, cover.policy_year_start)
    until = year.end - timedelta(days=1) if year.end else None
    return Period(cover.starts_on, year.first, until, _state(cover, endings, today), endings)


def _endings(cover: Cover) -> Iterator[Ending]:
    """Yields the endings; leaving has a run-off, the 70th year has none."""
    if cover.left_on:
        yield _ending(cover, "leaving", cover.left_on)
        months = product(cover.product).parameter(RULES["run-off"], "months")
        yield _ending(cover, "run-off", add_months(cover.left_on, months))
    seventy = facts_of_day(cover, None, cover.starts_on)["person.endOfSeventiethBirthMonth"]
    if cover.scheme == "voluntary" and isinstance(seventy, date):
        yield _ending(cover, "seventieth-year", seventy)
    for first, paid in cover.suspended:
        yield _ending(cover, "suspension", first - timedelta(days=1), paid)


def _ending(cover: Cover, kind: EndingKind, last_day: date, again_on: date | None = None) -> Ending:
    rule = next(rule for rule in product(cover.product).rules if rule.id == RULES[kind])
    return Ending(kind, rule.id, rule.clause, last_day, again_on)


def _state(cover: Cover, endings: tuple[Ending, ...], today: date) -> CoverState:
    if today < cover.starts_on:
        return "not-begun"
    last = {ending.kind: ending.last_day for ending in endings if ending.kind != "suspension"}
    if "seventieth-year" in last and today > last["seventieth-year"]:
        return "ended"
    if "leaving" in last and today > last["leaving"]:
        return "run-off" if today <= last["run-off"] else "ended"
    is_suspended = any(first <= today and (paid is None or today < paid) for first, paid in cover.suspended)
    return "suspended" if is_suspended else "in-force"
