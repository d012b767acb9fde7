"""Mistake: what is wrong with a field of the terms."""

from __future__ import annotations

import json
from typing import NamedTuple

LONGEST = 100


class Mistake(NamedTuple):
    """A code that has its texts in three languages, and what completes them: a value, a name or a list."""

    code: str
    detail: str = ""

    def __str__(self) -> str:
        return f"{self.code} {self.detail}".rstrip()


def refused(value: object) -> Mistake:
    """Returns the mistake of a value that its field cannot have."""
    return Mistake("terms-value-refused", json.dumps(value, ensure_ascii=False)[:LONGEST])
