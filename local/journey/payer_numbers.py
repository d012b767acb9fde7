"""Numbers of made-up payers: every payer of a journey has its own, because no two payers share one."""

from __future__ import annotations

import hashlib
from itertools import count

from helsebro.payments import check_digits


def gln_of(payer: str) -> str:
    """Returns a GLN made from a payer's short name."""
    body = f"579{_number(payer, 9)}"
    return next(f"{body}{digit}" for digit in range(10) if check_digits.gln(f"{body}{digit}"))


def norwegian_number_of(payer: str) -> str:
    """Returns a Norwegian organisation number made from a payer's short name."""
    numbers = (f"{(int(_number(payer, 9)) + step) % 10**9:09}" for step in count())
    return next(number for number in numbers if check_digits.norwegian_organisation(number))


def _number(payer: str, digits: int) -> str:
    digest = hashlib.sha256(payer.encode()).hexdigest()
    return f"{int(digest, 16) % 10**digits:0{digits}}"
