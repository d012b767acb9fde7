"""Checks of the fields of a row, shared by the kinds."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from helsebro.coverage.question import vocabulary

MOST = 100_000
"""More days than anybody's life has, and more sessions."""


def count(value: object) -> bool:
    """A whole number from nought up."""
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= MOST


def flag(value: object) -> bool:
    """True or false."""
    return isinstance(value, bool)


def text(value: object) -> bool:
    """A text that is not empty."""
    return isinstance(value, str) and bool(value)


def words(value: object) -> bool:
    """A list of texts, none of them empty."""
    return isinstance(value, list) and bool(value) and all(text(one) for one in value)


def amount(value: object) -> bool:
    """An amount of money as a text, such as ``300.00``."""
    try:
        return isinstance(value, str) and Decimal(value) >= 0
    except InvalidOperation:
        return False


def treatments(value: object) -> bool:
    """A list of treatment types."""
    return isinstance(value, list) and bool(value) and all(one in vocabulary.TREATMENTS for one in value)
