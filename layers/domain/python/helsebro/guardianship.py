"""Guardianship: a parent acts for a child until the child's 15th birthday (F4-20)."""

from __future__ import annotations

from datetime import date

OF_AGE = 15


def ends_on(born_on: date) -> date:
    """The 15th birthday, the first day on which the child acts for itself.

    A child born on 29 February is 15 on 1 March: no 15th year after a leap year is one.
    """
    try:
        return born_on.replace(year=born_on.year + OF_AGE)
    except ValueError:
        return date(born_on.year + OF_AGE, 3, 1)


def is_of_age(born_on: date, on: date) -> bool:
    """Whether the person acts for itself on that local day."""
    return on >= ends_on(born_on)
