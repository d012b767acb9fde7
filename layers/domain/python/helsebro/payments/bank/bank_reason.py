"""Bank reason: why a bank turned a transfer down or sent it back, in words for the staff of a payer.

Source of the codes: ISO 20022 external code sets, ``ExternalStatusReason1Code`` and
``ExternalReturnReason1Code``. Those in small letters are of Stripe (https://docs.stripe.com/error-codes), but
``stripe-refused`` and ``stripe-reversed``, which are ours.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("bank_reasons.json")
UNKNOWN = "unknown"
NONE = "none"
LONGEST_CODE = 35


def reason_text(code: str | None, language: str) -> str:
    """Returns why in ``da``, ``nb`` or ``en``; for a code that we do not know, a sentence that names it."""
    if not code:
        return reasons()[NONE][language]
    known = reasons().get(code if code not in (UNKNOWN, NONE) else "")
    return known[language] if known else reasons()[UNKNOWN][language].format(code=code[:LONGEST_CODE])


@cache
def reasons() -> Mapping[str, Mapping[str, str]]:
    """Returns code → language → text."""
    read: Mapping[str, Mapping[str, str]] = json.loads(FILE.read_text("utf-8"))
    return read
