"""Bank id: an id of ours as every bank carries it from us to the creditor's bank and back."""

from __future__ import annotations

import re

LONGEST = 35
BANK_ID = re.compile(r"(?!/)(?!.*//)[A-Za-z0-9/\-?:().,'+]{1,35}(?<!/)")
"""The Latin set that the banks of SEPA carry unchanged, without blanks. It has no underscore."""


def is_bank_id(text: str) -> bool:
    """Whether a bank carries the text as an id (message, end-to-end): at most 35 signs of its set."""
    return BANK_ID.fullmatch(text) is not None


def as_bank_id(identifier: str) -> str:
    """Returns one of our ids as a bank carries it: ``pfl-…`` for ``pfl_…``."""
    return identifier.replace("_", "-", 1)


def from_bank_id(text: str) -> str:
    """Returns our id from what a bank sent back, whatever it did with small and capital letters.

    It may be anyone's text: only the table knows whether there is such a thing.
    """
    return text.strip().lower().replace("-", "_", 1)
