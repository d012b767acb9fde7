"""Invoice number: what the clinic calls an invoice, the same however its signs are encoded (F0-24)."""

from __future__ import annotations

from helsebro.identity.person_numbers import plain_text

LONGEST_NUMBER = 60


def plain_number(number: str) -> str:
    """Returns the number by which two invoices are told apart.

    Signs that look alike are one, signs that no one sees are none, and capital letters are small ones.
    """
    return " ".join(plain_text(number).casefold().split())


def is_too_long(number: str) -> bool:
    """Returns whether it has more than ``LONGEST_NUMBER`` signs, as it is written or told apart."""
    return len(number) > LONGEST_NUMBER or len(plain_number(number)) > LONGEST_NUMBER
