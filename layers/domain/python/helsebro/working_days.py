"""Working days (arbejdsdage): Monday to Friday, but for the public holidays of Denmark or Norway (Q22).

The holidays stand in ``public_holidays.json``, which ``make holidays`` writes from a kept library: it is
8 MB and takes a tenth of a second to load, too much for a function that asks for one day.
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
    """The table of public holidays does not reach this year: ``make holidays`` writes a longer one."""


def is_working_day(day: date, country: str = HOME) -> bool:
    """Whether people work on that day; a person who lives elsewhere is insured in Denmark.

    Raises ``UnknownYear``.
    """
    first, last, by_country = _table()
    if not first <= day.year <= last:
        raise UnknownYear(day.year)
    return day.weekday() < SATURDAY and day not in by_country.get(country, by_country[HOME])


def working_days_after(day: date, count: int, country: str = HOME) -> date:
    """The last of so many working days, of which the first is the next one after ``day``."""
    while count > 0:
        day += timedelta(days=1)
        count -= is_working_day(day, country)
    return day


@cache
def _table() -> tuple[int, int, dict[str, frozenset[date]]]:
    shape = json.loads(TABLE.read_text(encoding="utf-8"))
    days = {
        country: frozenset(
            date(int(year), int(one[:2]), int(one[3:]))
            for year, listed in years.items()
            for one in listed.split()
        )
        for country, years in shape["countries"].items()
    }
    return shape["from"], shape["until"], days
