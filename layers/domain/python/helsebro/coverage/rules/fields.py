"""Checks of a row's fields that several kinds use."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from helsebro.coverage.question import vocabulary

MOST = 100_000
"""More days and sessions than any life has."""


def count(value: object) -> bool:
    """Returns whether the value is a whole number from 0 up."""
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= MOST


def flag(value: object) -> bool:
    """Returns whether the value is true or false."""
    return isinstance(value, bool)


def text(value: object) -> bool:
    """Returns whether the value is a text that is not empty."""
    return isinstance(value, str) and bool(value)


def words(value: object) -> bool:
    """Returns whether the value is a list of texts, none of them empty."""
    return isinstance(value, list) and bool(value) and all(text(item) for item in value)


def amount(value: object) -> bool:
    """Returns whether the value is an amount of money as a text, such as ``300.00``."""
    try:
        return isinstance(value, str) and Decimal(value) >= 0
    except InvalidOperation:
        return False


def treatments(value: object) -> bool:
    """Returns whether the value is a list of treatment types."""
    return isinstance(value, list) and bool(value) and all(item in vocabulary.TREATMENTS for item in value)
