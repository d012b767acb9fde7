"""Work calendar: which days are working days for a payer, and where a day of a case begins and ends.

A payer counts by the public holidays of Denmark or Norway, and may change from one to the other on a day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal

from helsebro.local_day import local_day, zone
from helsebro.working_days import HOME, is_working_day

Holidays = Literal["DK", "NO"]
"""The country whose public holidays count."""


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
