"""National numbers: the Danish CPR number and the Norwegian fødselsnummer.

A CPR number is never rejected for its modulus-11 check: since 2007 valid numbers fail it. Both check digits
of a fødselsnummer are checked. The first is checked by the rule for the numbers of 2032 and later, which
every number before them passes too.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from helsebro.errors import BadInput, Fault

DNUMBER_OFFSET = 40
TEST_PERSON_MONTHS = (80, 65, 40)
"""What the registers add to the month of people who do not exist (Tenor, test users of BankID)."""
FIRST_CHECK = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1)
SECOND_CHECK = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
FIRST_REMAINDERS = range(4)
"""Until 2031 only 0; the three others double the numbers from 2032 on."""


def normal(country: str, number: str, *, test_people: bool = False) -> str:
    """Returns the digits only. Raises ``BadInput`` unless there are 10 in Denmark or 11 in Norway, they begin
    with a date, and the Norwegian check digits hold. ``test_people`` also takes Norwegian numbers of people
    who do not exist.
    """
    digits = re.sub(r"[\s-]", "", number)
    wanted = 11 if country == "NO" else 10
    if (
        not re.fullmatch(rf"[0-9]{{{wanted}}}", digits)
        or _date(country, digits, test_people) is None
        or (country == "NO" and not _is_checked(digits))
    ):
        field = "/fnr" if country == "NO" else "/cpr"
        raise BadInput([Fault(field, "national-number-malformed", "")])
    return digits


@lru_cache(maxsize=1024)
def born_on(country: str, number: str, *, test_people: bool = False) -> date:
    """Returns the date of birth that a number contains. Raises ``BadInput`` like ``normal``."""
    found = _date(country, normal(country, number, test_people=test_people), test_people)
    assert found is not None
    return found


def age(born: date, on: date) -> int:
    """Returns the age in whole years; a birthday on 29 February counts on 1 March in other years."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def _date(country: str, digits: str, test_people: bool) -> date | None:
    day, month, year = int(digits[:2]), int(digits[2:4]), int(digits[4:6])
    if country == "NO":
        # A D-number (for people without a fødselsnummer) has 4 added to its first digit.
        day -= DNUMBER_OFFSET if day > DNUMBER_OFFSET else 0
        if test_people:
            month -= next((added for added in TEST_PERSON_MONTHS if month > added), 0)
        century = _norwegian_century(year, int(digits[6:9]))
    else:
        century = _danish_century(year, int(digits[6]))
    if century is None:
        return None
    try:
        return date(century + year, month, day)
    except ValueError:
        return None


def _is_checked(digits: str) -> bool:
    return _remainder(digits, FIRST_CHECK) in FIRST_REMAINDERS and _remainder(digits, SECOND_CHECK) == 0


def _remainder(digits: str, weights: tuple[int, ...]) -> int:
    return sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=False)) % 11


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
