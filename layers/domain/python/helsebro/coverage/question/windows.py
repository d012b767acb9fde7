"""Windows of time in which caps and waits count; added months keep the end of a month (Q14)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple


class Window(NamedTuple):
    """From ``first`` up to, not including, ``end``; ``None`` means no end on that side."""

    first: date | None
    end: date | None

    def holds(self, day: date) -> bool:
        """Returns whether the day is in the window."""
        return (self.first is None or self.first <= day) and (self.end is None or day < self.end)


ALWAYS = Window(None, None)
NEVER = date(9000, 1, 1)


def add_months(day: date, months: int) -> date:
    """Returns the same day ``months`` months later, or the last day of that month when it has no such day.

    Returns ``NEVER`` for a year from 9000 on.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year >= NEVER.year:
        return NEVER
    if day.day <= 28:
        return day.replace(year=year, month=month + 1)
    return date(year, month + 1, min(day.day, last_day(year, month + 1)))


def last_day(year: int, month: int) -> int:
    """Returns the number of the last day of a month."""
    following = date(year + month // 12, month % 12 + 1, 1)
    return (following - timedelta(days=1)).day


def end_of_seventieth(born_on: date) -> date:
    """Returns the last day of the month in which a person turns 70 (R-1313)."""
    seventy = add_months(born_on, 70 * 12)
    return seventy.replace(day=last_day(seventy.year, seventy.month))


def policy_year(on: date, starts: str) -> Window:
    """Returns the policy year of a day; a start (MM-DD) on 29 February is 28 February in other years."""
    month, day = int(starts[:2]), int(starts[3:])

    def start(year: int) -> date:
        return date(year, month, min(day, last_day(year, month)))

    year = on.year if start(on.year) <= on else on.year - 1
    return Window(start(year), start(year + 1))


def block(on: date, days: Iterable[date], months: int) -> Window:
    """Returns a day's block: it starts with a first treatment, the next with the first one after it (Q16)."""
    first: date | None = None
    for day in sorted(days):
        if day > on:
            break
        if first is None or day >= add_months(first, months):
            first = day
    if first is None or on >= add_months(first, months):
        first = on
    return Window(first, add_months(first, months))
