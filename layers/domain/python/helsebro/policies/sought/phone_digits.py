"""Phone digits: a phone number as it is searched for, with or without the code of its country."""

from __future__ import annotations

OWN_DIGITS = 8
"""A number of Denmark or Norway has eight; of a longer one the last eight are searched for."""


def phone_digits(text: str | None) -> str | None:
    """Returns the last eight digits of a phone number; None for a text with fewer."""
    digits = "".join(letter for letter in text or "" if letter in "0123456789")
    return digits[-OWN_DIGITS:] if len(digits) >= OWN_DIGITS else None
