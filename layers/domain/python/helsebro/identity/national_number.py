"""National numbers: the Danish CPR number and the Norwegian fødselsnummer.

A CPR number is never rejected for its modulus-11 check: since 2007 valid numbers fail it.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from helsebro.errors import BadInput, Fault

DNUMBER_OFFSET = 40


def normal(country: str, number: str) -> str:
    """Returns the digits only. Raises ``BadInput`` unless there are 10 in Denmark or 11 in Norway and they
    begin with a date.
    """
    digits = re.sub(r"[\s-]", "", number)
    wanted = 11 if country == "NO" else 10
    if not re.fullmatch(rf"[0-9]{{{wanted}}}", digits) or _date(country, digits) is None:
        field = "/fnr" if country == "NO" else "/cpr"
        raise BadInput([Fault(field, "national-number-malformed", "")])
    return digits


@lru_cache(maxsize=1024)
def born_on(country: str, number: str) -> date:
    """Returns the date of birth that a number contains. Raises ``BadInput`` like ``normal``."""
    found = _date(country, normal(country, number))
    assert found is not None
    return found


def age(born: date, on: date) -> int:
    """Returns the age in whole years; a birthday on 29 February counts on 1 March in other years."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def _date(country: str, digits: str) -> date | None:
    day, month, year = int(digits[:2]), int(digits[2:4]), int(digits[4:6])
    if country == "NO":
        # A D-number (for people without a fødselsnummer) has 4 added to its first digit.
        day -= DNUMBER_OFFSET if day > DNUMBER_OFFSET else 0
        century = _norwegian_century(year, int(digits[6:9]))
    else:
        century = _danish_century(year, int(digits[6]))
    if century is None:
        return None
    try:
        return date(century + year, month, day)
    except ValueError:
        return None


def _danish_century(year: int, seventh: int) -> int:
    if seventh <= 3:
        return 1900
    if seventh in (4, 9):
        return 2000 if year <= 36 else 1900
    return 2000 if year <= 57 else 1800


def _norwegian_century(year: int, individual: int) -> int | None:
    if individual <= 499:
        return 1900
    if year < 40:
        return 2000
    if individual <= 749 and year >= 54:
        return 1800
    # The other numbers are not in use: they belong to birth dates in the future.
    return 1900 if individual >= 900 else None
