"""Phone digits: a phone number as it is searched for, with or without the code of its country."""

from __future__ import annotations

OWN_DIGITS = 8
"""A number of Denmark or Norway has eight; of a longer one the last eight are searched for."""


def phone_digits(text: str | None) -> str | None:
    """Returns the last eight digits of a phone number; None for a text with fewer."""
    digits = _digits(text)
    return digits[-OWN_DIGITS:] if len(digits) >= OWN_DIGITS else None


def stated_code(text: str | None) -> str | None:
    """Returns the digits before the last eight: the code of the country, when a number states one.

    None without one; a single 0 is dialled before numbers within some countries, and names none.
    """
    before = _digits(text)[:-OWN_DIGITS]
    code = before.removeprefix("00")
    return None if not code or (code == before and code.startswith("0")) else code


def _digits(text: str | None) -> str:
    return "".join(letter for letter in text or "" if letter in "0123456789")
