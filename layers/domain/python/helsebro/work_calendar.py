"""Work calendar: which days are working days for a payer, and where a day of a case begins and ends.

Working days (arbejdsdage) are Monday to Friday, except the public holidays of Denmark or Norway (Q22). A
payer counts by those of one of the two, and may change from one to the other on a day.

The holidays are in ``public_holidays.json``, which ``make holidays`` writes with a maintained library. The
library is 8 MB and takes a tenth of a second to load: too much for a function that checks one day.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Literal

from helsebro.local_day import HOME, local_day, zone

SATURDAY = 5
TABLE = Path(__file__).with_name("public_holidays.json")
Holidays = Literal["DK", "NO"]
"""The country whose public holidays count."""


class UnknownYear(ValueError):
    """The table of public holidays does not include this year; ``make holidays`` writes a longer one."""


@dataclass(frozen=True)
class CalendarPeriod:
    """A payer's calendar from a day on, until the last day (``until``) or until further notice."""

    holidays: Holidays
    since: date
    until: date | None = None

    def includes(self, day: date) -> bool:
        """Whether the day is in the period."""
        return self.since <= day and (self.until is None or day <= self.until)

    def overlaps(self, other: CalendarPeriod) -> bool:
        """Whether the two periods have a day in common."""
        return self.includes(max(self.since, other.since)) and other.includes(max(self.since, other.since))


@dataclass(frozen=True)
class WorkCalendar:
    """The days of one case: ``country`` gives the time zone, and the holidays outside every period."""

    country: str = HOME
    periods: tuple[CalendarPeriod, ...] = ()

    def holidays_on(self, day: date) -> str:
        """Returns the country whose holidays count on a day."""
        return next((period.holidays for period in self.periods if period.includes(day)), self.country)

    def is_working_day(self, day: date) -> bool:
        """Whether the day is a working day. Raises ``UnknownYear``."""
        return is_working_day(day, self.holidays_on(day))

    def working_days_after(self, day: date, count: int) -> date:
        """Returns the ``count``-th working day after ``day``. Raises ``UnknownYear``."""
        while count > 0:
            day += timedelta(days=1)
            count -= self.is_working_day(day)
        return day

    def day_of(self, at: datetime) -> date:
        """Returns the local day of an instant."""
        return local_day(at, self.country)

    def start_of(self, day: date) -> datetime:
        """Returns the instant at which a local day begins."""
        return self.at(day, time())

    def end_of(self, day: date) -> datetime:
        """Returns the instant at which a local day is over: the start of the next."""
        return self.start_of(day + timedelta(days=1))

    def at(self, day: date, clock_time: time) -> datetime:
        """Returns the instant of a local time on a day, in UTC."""
        return datetime.combine(day, clock_time, zone(self.country)).astimezone(UTC)


def is_working_day(day: date, country: str = HOME) -> bool:
    """Whether the day is a working day there; other countries use Denmark's, since they are insured there.

    Raises ``UnknownYear`` for a year outside the table.
    """
    first, last, by_country = _table()
    if not first <= day.year <= last:
        raise UnknownYear(day.year)
    return day.weekday() < SATURDAY and day not in by_country.get(country, by_country[HOME])


@cache
def _table() -> tuple[int, int, dict[str, frozenset[date]]]:
    shape = json.loads(TABLE.read_text(encoding="utf-8"))
    days = {
        country: frozenset(
            date(int(year), int(month_day[:2]), int(month_day[3:]))
            for year, listed in years.items()
            for month_day in listed.split()
        )
        for country, years in shape["countries"].items()
    }
    return shape["from"], shape["until"], days
