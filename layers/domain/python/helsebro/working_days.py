"""Working days (arbejdsdage): Monday to Friday, except the public holidays of Denmark or Norway (Q22).

The holidays are in ``public_holidays.json``, which ``make holidays`` writes with a maintained library. The
library is 8 MB and takes a tenth of a second to load: too much for a function that checks one day.
"""

from __future__ import annotations

import json
from datetime import date, timedelta
from functools import cache
from pathlib import Path

SATURDAY = 5
HOME = "DK"
TABLE = Path(__file__).with_name("public_holidays.json")


class UnknownYear(ValueError):
    """The table of public holidays does not include this year; ``make holidays`` writes a longer one."""


def is_working_day(day: date, country: str = HOME) -> bool:
    """Whether the day is a working day there; other countries use Denmark's, since they are insured there.

    Raises ``UnknownYear`` for a year outside the table.
    """
    first, last, by_country = _table()
    if not first <= day.year <= last:
        raise UnknownYear(day.year)
    return day.weekday() < SATURDAY and day not in by_country.get(country, by_country[HOME])


def working_days_after(day: date, count: int, country: str = HOME) -> date:
    """Returns the ``count``-th working day after ``day``."""
    while count > 0:
        day += timedelta(days=1)
        count -= is_working_day(day, country)
    return day


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
