"""Length: how long a clock runs from its start until it is due.

Hours are real time. Days end at a local midnight: the last day is in time (Q14), so what happens on the
stroke of midnight is late. ``inclusive`` says whether the second of ``due`` itself is in time.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import ClassVar

from helsebro.work_calendar import WorkCalendar

LAST_SECOND = timedelta(seconds=1)
"""The last second of a day ends it: midnight belongs to the next day."""


@dataclass(frozen=True)
class Hours:
    """So many hours of real time; the last second is in time."""

    hours: int
    inclusive: ClassVar[bool] = True

    def due(self, start: datetime, _: WorkCalendar) -> datetime:
        """Returns when it is due."""
        return start + timedelta(hours=self.hours)


@dataclass(frozen=True)
class Minutes:
    """So many minutes of real time; the instant at which they end is late."""

    minutes: int
    inclusive: ClassVar[bool] = False

    def due(self, start: datetime, _: WorkCalendar) -> datetime:
        """Returns when it is due."""
        return start + timedelta(minutes=self.minutes)


@dataclass(frozen=True)
class HoursOrNextWorkingDay:
    """So many hours; when they end on a day that is no working day, the whole of the next one (F1-10).

    It is due in the last second of that day, so that midnight is late here too, while hours are in time to
    their last second.
    """

    hours: int
    inclusive: ClassVar[bool] = True

    def due(self, start: datetime, calendar: WorkCalendar) -> datetime:
        """Returns when it is due."""
        ends = start + timedelta(hours=self.hours)
        day = calendar.day_of(ends)
        if calendar.is_working_day(day):
            return ends
        return calendar.end_of(calendar.working_days_after(day, 1)) - LAST_SECOND


@dataclass(frozen=True)
class Days:
    """So many local days after that of the start, to the end of the last."""

    days: int
    inclusive: ClassVar[bool] = False

    def due(self, start: datetime, calendar: WorkCalendar) -> datetime:
        """Returns when it is due."""
        return calendar.end_of(calendar.day_of(start) + timedelta(days=self.days))


@dataclass(frozen=True)
class WorkingDays:
    """So many working days after the day of the start, to the end of the last."""

    days: int
    inclusive: ClassVar[bool] = False

    def due(self, start: datetime, calendar: WorkCalendar) -> datetime:
        """Returns when it is due. Raises ``UnknownYear``."""
        return calendar.end_of(calendar.working_days_after(calendar.day_of(start), self.days))


@dataclass(frozen=True)
class DayTime:
    """A local time on the ``days``-th day after that of the start."""

    days: int
    time: time
    inclusive: ClassVar[bool] = True

    def due(self, start: datetime, calendar: WorkCalendar) -> datetime:
        """Returns when it is due."""
        return calendar.at(calendar.day_of(start) + timedelta(days=self.days), self.time)


@dataclass(frozen=True)
class AsStored:
    """Until the instant that the facts of its start hold, such as the last day of a guarantee."""

    inclusive: ClassVar[bool] = False

    def due(self, start: datetime, _: WorkCalendar) -> datetime:
        """Raises ``DueMissing``: only the facts know."""
        raise DueMissing(start.isoformat())


class DueMissing(ValueError):
    """A clock that runs until a stored instant was started without one."""


Length = Hours | Minutes | HoursOrNextWorkingDay | Days | WorkingDays | DayTime | AsStored
