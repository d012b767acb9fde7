"""Recurrence: the days on which an event of a calendar repeats (RFC 5545, 3.3.10).

It looks at each day of the wanted span and says whether the rule falls on it. So a rule that never falls on
any day costs no more than another: a calendar comes from a stranger's server. What it does not know raises,
because a calendar that is not wholly understood must not offer a time.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Frequency = Literal["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]
DAY = timedelta(days=1)
ByDay = tuple[int, int]
"""An ordinal in the month, 0 for every one, and a weekday from 0 (Monday)."""


class RecurrenceUnknown(Exception):
    """The rule says something that is not known here."""


@dataclass(frozen=True)
class Recurrence:
    """A rule; ``count`` None repeats without an end. Raises ``RecurrenceUnknown``."""

    frequency: Frequency
    interval: int = 1
    count: int | None = None
    by_month: tuple[int, ...] = ()
    by_month_day: tuple[int, ...] = ()
    by_day: tuple[ByDay, ...] = ()
    by_position: tuple[int, ...] = ()
    week_start: int = 0

    def __post_init__(self) -> None:
        in_month = self.frequency == "MONTHLY" or (self.frequency == "YEARLY" and bool(self.by_month))
        if self.interval < 1 or (self.count is not None and self.count < 1):
            raise RecurrenceUnknown()
        if any(ordinal for ordinal, _ in self.by_day) and not in_month:
            raise RecurrenceUnknown()
        if self.frequency == "YEARLY" and self.by_day and not self.by_month:
            raise RecurrenceUnknown()
        if self.by_position and not (
            self.frequency == "MONTHLY" or (in_month and len(set(self.by_month)) == 1)
        ):
            raise RecurrenceUnknown()

    def days(self, first: date, begins: date, ends: date) -> Iterator[date]:
        """Yields the days from ``begins`` to ``ends``, both included, on which it falls.

        ``first`` is the day of the event itself, which counts as the first one whatever the rule says.
        """
        day, left = self.looks_from(first, begins), self.count
        while day <= ends and (left is None or left > 0):
            if day == first or self.falls_on(day, first):
                left = None if left is None else left - 1
                if day >= begins:
                    yield day
            day += DAY

    def looks_from(self, first: date, begins: date) -> date:
        """Returns the first day that ``days`` looks at: with a count it must count from the beginning."""
        return first if self.count is not None else max(first, begins)

    def falls_on(self, day: date, first: date) -> bool:
        """Returns whether the rule of an event of ``first`` falls on a later day."""
        if day < first or (self.by_month and day.month not in self.by_month):
            return False
        if self.frequency == "DAILY":
            return (day - first).days % self.interval == 0 and self._is_named(day)
        if self.frequency == "WEEKLY":
            weeks = (self._week(day) - self._week(first)).days // 7
            named = {weekday for _, weekday in self.by_day} or {first.weekday()}
            return weeks % self.interval == 0 and day.weekday() in named and not self._misses_month_day(day)
        if self.frequency == "MONTHLY":
            months = (day.year - first.year) * 12 + day.month - first.month
            return months % self.interval == 0 and day.day in self._days_of_month(day, first)
        if (day.year - first.year) % self.interval:
            return False
        if not (self.by_month or self.by_month_day or day.month == first.month):
            return False
        return day.day in self._days_of_month(day, first)

    def _week(self, day: date) -> date:
        return day - timedelta(days=(day.weekday() - self.week_start) % 7)

    def _is_named(self, day: date) -> bool:
        if self.by_day and day.weekday() not in {weekday for _, weekday in self.by_day}:
            return False
        return not self._misses_month_day(day)

    def _misses_month_day(self, day: date) -> bool:
        return bool(self.by_month_day) and day.day not in _from_month_days(self.by_month_day, day)

    def _days_of_month(self, day: date, first: date) -> set[int]:
        named: set[int] | None = None
        if self.by_month_day:
            named = _from_month_days(self.by_month_day, day)
        if self.by_day:
            weekdays = _from_weekdays(self.by_day, day)
            named = weekdays if named is None else named & weekdays
        found = {first.day} if named is None else named
        if not self.by_position:
            return found
        ordered = sorted(found)
        places = (place - 1 if place > 0 else place for place in self.by_position)
        return {ordered[place] for place in places if -len(ordered) <= place < len(ordered)}


def _from_month_days(numbers: tuple[int, ...], day: date) -> set[int]:
    """Returns the days of the month that the numbers name; negative ones count from its end."""
    last = monthrange(day.year, day.month)[1]
    return {number if number > 0 else last + 1 + number for number in numbers}


def _from_weekdays(named: tuple[ByDay, ...], day: date) -> set[int]:
    """Returns the days of the month that are one of the weekdays, or the n-th of its kind."""
    last = monthrange(day.year, day.month)[1]
    found: set[int] = set()
    for ordinal, weekday in named:
        days = [number for number in range(1, last + 1) if day.replace(day=number).weekday() == weekday]
        place = ordinal - 1 if ordinal > 0 else ordinal
        if ordinal == 0:
            found.update(days)
        elif -len(days) <= place < len(days):
            found.add(days[place])
    return found
