"""Cover period: how a person's cover stands on a day, and every day on which it ends or rests."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from helsebro.coverage.question.cover import Cover
from helsebro.coverage.question.facts import facts_of_day
from helsebro.coverage.question.windows import Window, add_months, policy_year
from helsebro.coverage.terms.product import product

State = Literal["not-begun", "in-force", "suspended", "run-off", "ended"]
Kind = Literal["leaving", "seventieth-year", "run-off", "suspension"]
RULES: Mapping[Kind, str] = {
    "leaving": "R-1312",
    "seventieth-year": "R-1313",
    "run-off": "R-1315",
    "suspension": "R-1402",
}


@dataclass(frozen=True)
class Ending:
    """A day on which cover ends or rests, by a rule.

    ``last_day`` is the last day that is covered. For a suspension it is the day before it began, and
    ``again_on`` the day cover went on, None while the premium is unpaid.
    """

    kind: Kind
    rule: str
    clause: str
    text: Mapping[str, str]
    last_day: date
    again_on: date | None = None


@dataclass(frozen=True)
class Period:
    """The person's own first day, the policy year around a day, how cover stands on it, and its endings."""

    first_day: date
    year_from: date | None
    year_until: date | None
    state: State
    endings: tuple[Ending, ...]


def period(cover: Cover, today: date) -> Period:
    """How the cover stands on a day."""
    endings = tuple(_endings(cover))
    year: Window = policy_year(today, cover.policy_year_start)
    until = year.end - timedelta(days=1) if year.end else None
    return Period(cover.starts_on, year.first, until, _state(cover, endings, today), endings)


def _endings(cover: Cover) -> Iterator[Ending]:
    """The endings in the order of their days; run-off goes with leaving, and with the 70th year not."""
    if cover.left_on:
        yield _ending(cover, "leaving", cover.left_on)
        months = product(cover.product).parameter(RULES["run-off"], "months")
        yield _ending(cover, "run-off", add_months(cover.left_on, months))
    seventy = facts_of_day(cover, None, cover.starts_on)["person.endOfSeventiethBirthMonth"]
    if cover.scheme == "voluntary" and isinstance(seventy, date):
        yield _ending(cover, "seventieth-year", seventy)
    for first, paid in cover.suspended:
        yield _ending(cover, "suspension", first - timedelta(days=1), paid)


def _ending(cover: Cover, kind: Kind, last_day: date, again_on: date | None = None) -> Ending:
    rule = next(one for one in product(cover.product).rules if one.id == RULES[kind])
    return Ending(kind, rule.id, rule.clause, rule.text, last_day, again_on)


def _state(cover: Cover, endings: tuple[Ending, ...], today: date) -> State:
    if today < cover.starts_on:
        return "not-begun"
    last = {one.kind: one.last_day for one in endings if one.kind != "suspension"}
    if "seventieth-year" in last and today > last["seventieth-year"]:
        return "ended"
    if "leaving" in last and today > last["leaving"]:
        return "run-off" if today <= last["run-off"] else "ended"
    resting = any(first <= today and (paid is None or today < paid) for first, paid in cover.suspended)
    return "suspended" if resting else "in-force"
