"""Coming of age: the birthday from which a child decides alone about the own cases (F4-20)."""

from __future__ import annotations

from datetime import date

OWN_LOGIN_AGE = 15


def fifteenth_birthday(born_on: date) -> date:
    """Returns the first day on which a child decides alone; 1 March for a birthday on 29 February."""
    try:
        return born_on.replace(year=born_on.year + OWN_LOGIN_AGE)
    except ValueError:
        return date(born_on.year + OWN_LOGIN_AGE, 3, 1)
