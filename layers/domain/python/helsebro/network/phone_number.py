"""Phone number of a clinic: one that people can call, in its international form.

Only the length is checked, not whether the range of the number is in use: new ranges come into use, and a
clinic's number need not receive SMS.
"""

from __future__ import annotations

import re

from helsebro.country_profile import CALLING_CODES, NATIONAL_DIGITS

WRITTEN = re.compile(r"(\+|00)?[0-9][0-9 ()./-]*")
FEWEST, MOST = 8, 15
"""Digits of a number of another country, with its code; ITU-T E.164 allows at most 15."""


def international(text: str, country: str) -> str | None:
    """Returns ``+4533112233`` for ``33 11 22 33`` in Denmark; None for a text that is no phone number.

    ``country`` is where a number without a country code is from.
    """
    if not WRITTEN.fullmatch(text):
        return None
    digits = re.sub(r"[^0-9]", "", text)
    if not text.startswith(("+", "00")):
        return f"+{CALLING_CODES[country]}{digits}" if len(digits) == NATIONAL_DIGITS else None
    digits = digits.removeprefix("00") if text.startswith("00") else digits
    if digits.startswith(tuple(CALLING_CODES.values())):
        return f"+{digits}" if len(digits) == len(CALLING_CODES["DK"]) + NATIONAL_DIGITS else None
    return f"+{digits}" if FEWEST <= len(digits) <= MOST and not digits.startswith("0") else None
