"""Numbers that look like a person's national number: no paper that others read may contain one (promise 20).

Only the date in the number counts, never its check digits: CPR numbers without modulus 11 are in use since
2007, and a number with one wrong digit still points at a person.
"""

from __future__ import annotations

import re
from datetime import date

DANISH = re.compile(r"(?<![\d.,])(\d{2})(\d{2})(\d{2})[ -]?\d{4}(?![.,]?\d)")
DANISH_WITH_CENTURY = re.compile(r"(?<!\d)(\d{2})[-. ]?(\d{2})[-. ]?(?:18|19|20)(\d{2})[ -]\d{4}(?!\d)")
NORWEGIAN = re.compile(r"(?<![\d.,])(\d{2})(\d{2})(\d{2}) ?\d{5}(?![.,]?\d)")
D_NUMBER_DAYS = 40
TEST_PERSON_MONTHS = (80, 60, 40, 20)


def names_a_person(text: str) -> bool:
    """Whether the text contains a CPR number, a fødselsnummer or a D-number."""
    danish = (*DANISH.finditer(text), *DANISH_WITH_CENTURY.finditer(text))
    return any(_is_birthday(*hit.groups()) for hit in danish) or any(
        _is_norwegian(*hit.groups()) for hit in NORWEGIAN.finditer(text)
    )


def _is_birthday(day: str, month: str, year: str) -> bool:
    return _is_date(int(day), int(month), int(year))


def _is_norwegian(day: str, month: str, year: str) -> bool:
    # A D-number adds 40 to the day; help numbers and the registers' test persons add to the month.
    day_of_birth = int(day) - D_NUMBER_DAYS if int(day) > D_NUMBER_DAYS else int(day)
    added = next((added for added in TEST_PERSON_MONTHS if int(month) > added), 0)
    return _is_date(day_of_birth, int(month) - added, int(year))


def _is_date(day: int, month: int, year: int) -> bool:
    # 2000 was a leap year, 1900 was not: 29 February counts when either century has it.
    try:
        date(2000 + year, month, day)
    except ValueError:
        return False
    return True
