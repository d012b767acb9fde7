"""Weekly slots: one time of the week by the clinic's own clock, repeated from day to day (F0-13)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import get_args

from helsebro.network.clinic_details import Weekday
from helsebro.network.consultation import Consultation

WEEKDAYS: tuple[Weekday, ...] = get_args(Weekday)
WEEK = timedelta(days=7)


@dataclass(frozen=True)
class WeeklySlots:
    """Slots at ``at`` o'clock, local time, every ``weekday`` from ``first`` to ``last``; both days count.

    A slot lasts ``minutes`` of real time, also in the night in which the clock changes.
    """

    key_prefix: str
    weekday: Weekday
    at: time
    minutes: int
    service: Consultation
    first: date
    last: date

    @property
    def _begins(self) -> date:
        return self.first + timedelta(days=(WEEKDAYS.index(self.weekday) - self.first.weekday()) % 7)

    @property
    def count(self) -> int:
        """How many days there are."""
        return max(0, (self.last - self._begins) // WEEK + 1)

    def starts(self, zone: tzinfo) -> Mapping[date, datetime | None]:
        """Returns the start of each day in UTC; None on a day that has no such hour.

        That is the last Sunday of March, when the clock skips an hour. Of an hour that comes twice, in
        October, it is the first.
        """
        days = (self._begins + number * WEEK for number in range(self.count))
        return {day: start_on(day, self.at, zone) for day in days}

    def key(self, day: date) -> str:
        """Returns the key of the slot of a day."""
        return f"{self.key_prefix}-{day.isoformat()}"


def same_time(starts_at: datetime, weeks: int, zone: tzinfo) -> list[datetime]:
    """Returns the same time of the local week in so many weeks, its own week first, in UTC.

    A week whose day has no such hour is left out.
    """
    local = starts_at.astimezone(zone)
    days = (local.date() + number * WEEK for number in range(weeks))
    return [found for day in days if (found := start_on(day, local.time(), zone))]


def start_on(day: date, at: time, zone: tzinfo) -> datetime | None:
    """Returns a local time of a day in UTC; None when the clock skips it."""
    local = datetime.combine(day, at, zone)
    found = local.astimezone(UTC)
    exists = found.astimezone(zone).replace(tzinfo=None) == local.replace(tzinfo=None)
    return found if exists else None
