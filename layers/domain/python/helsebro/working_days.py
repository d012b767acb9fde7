"""Working days (arbejdsdage): Monday to Friday, but for the public holidays of Denmark or Norway (Q22)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache

SATURDAY = 5
FIXED: Mapping[str, tuple[tuple[int, int], ...]] = {
    "DK": ((1, 1), (12, 25), (12, 26)),
    "NO": ((1, 1), (5, 1), (5, 17), (12, 25), (12, 26)),
}
"""Month and day of the holidays that stand still."""
AFTER_EASTER = (-3, -2, 1, 39, 50)
"""Maundy Thursday, Good Friday, Easter Monday, Ascension Day and Whit Monday, in days from Easter Sunday."""
PRAYER_DAY, LAST_PRAYER_DAY = 26, 2023
"""Store bededag, a Danish holiday up to and with 2023."""


def is_working_day(day: date, country: str = "DK") -> bool:
    """Whether people work on that day; a person who lives elsewhere is insured in Denmark."""
    return day.weekday() < SATURDAY and day not in holidays(day.year, country if country in FIXED else "DK")


def working_days_after(day: date, count: int, country: str = "DK") -> date:
    """The last of so many working days, of which the first is the next one after ``day``."""
    while count > 0:
        day += timedelta(days=1)
        count -= is_working_day(day, country)
    return day


@cache
def holidays(year: int, country: str) -> frozenset[date]:
    """The public holidays of a year that can fall on a weekday, by country (``DK`` or ``NO``)."""
    easter = easter_sunday(year)
    moving = [easter + timedelta(days=days) for days in AFTER_EASTER]
    if country == "DK" and year <= LAST_PRAYER_DAY:
        moving.append(easter + timedelta(days=PRAYER_DAY))
    return frozenset([*moving, *(date(year, month, day) for month, day in FIXED[country])])


def easter_sunday(year: int) -> date:
    """Easter Sunday of the Gregorian calendar, by the rule of Meeus, Jones and Butcher."""
    century = year // 100
    moon = (19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (year % 100 // 4) - moon - year % 100 % 4) % 7
    late = (year % 19 + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return date(year, month, day + 1)
