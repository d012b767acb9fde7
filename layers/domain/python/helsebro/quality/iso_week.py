"""ISO week: the week of a service level, from Monday to Sunday; week 1 has the year's first Thursday."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Self

from helsebro.local_day import local_day

DAYS = timedelta(days=7)


@dataclass(frozen=True, order=True)
class IsoWeek:
    """A week, named by its ISO year, which may differ from the year of some of its days."""

    year: int
    number: int

    @classmethod
    def of_day(cls, day: date) -> Self:
        """Returns the week of a day."""
        return cls(*day.isocalendar()[:2])

    @classmethod
    def of_instant(cls, at: datetime, country: str) -> Self:
        """Returns the week of an instant's local day."""
        return cls.of_day(local_day(at, country))

    @classmethod
    def named(cls, name: str) -> Self:
        """Returns the week that ``2026-W48`` names. Raises ``ValueError`` for another text."""
        year, _, number = name.partition("-W")
        return cls(int(year), int(number))

    @property
    def name(self) -> str:
        """``2026-W48``; names sort as the weeks do."""
        return f"{self.year:04d}-W{self.number:02d}"

    @property
    def first_day(self) -> date:
        """Its Monday."""
        return date.fromisocalendar(self.year, self.number, 1)

    @property
    def last_day(self) -> date:
        """Its Sunday."""
        return date.fromisocalendar(self.year, self.number, 7)


def weeks_between(first: IsoWeek, last: IsoWeek) -> int:
    """Returns how many weeks there are from the first to the last, both included."""
    return (last.first_day - first.first_day) // DAYS + 1


def weeks(first: IsoWeek, last: IsoWeek) -> Iterator[IsoWeek]:
    """Yields every week from the first to the last, both included."""
    for place in range(weeks_between(first, last)):
        yield IsoWeek.of_day(first.first_day + place * DAYS)
