"""Fødselsnumre of made-up people: numbers with a date of birth and both check digits."""

from __future__ import annotations

import secrets

from helsebro.identity.national_number import FIRST_CHECK, SECOND_CHECK


def with_check_digits(nine: str) -> str | None:
    """Returns the number of these nine digits; None when one check digit would be 10."""
    number = nine
    for weights in (FIRST_CHECK, SECOND_CHECK):
        digit = -sum(int(one) * weight for one, weight in zip(number, weights, strict=False)) % 11
        if digit == 10:
            return None
        number += str(digit)
    return number


def new_fnr(day_of_birth: str = "150679") -> str:
    """Returns a number of a person born in the last century; the six digits may be of a D-number too."""
    while True:
        if number := with_check_digits(f"{day_of_birth}{secrets.randbelow(500):03d}"):
            return number
