"""Assurance (sikringsniveau): how sure a login is of who the person is, as NSIS and eIDAS name it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import IntEnum


class Assurance(IntEnum):
    """The three levels, the weakest first."""

    LOW = 1
    SUBSTANTIAL = 2
    HIGH = 3

    @property
    def word(self) -> str:
        """The level's name as the contract writes it."""
        return self.name.lower()


NEEDED_OF_MEMBERS = Assurance.SUBSTANTIAL
WRITTEN = {form: level for level in Assurance for form in (level.word, level.word.capitalize())}
"""How our contract writes a level, and how NSIS does."""


def named(word: object) -> Assurance | None:
    """Returns the level of that name, or None, also for a name in another case or with a space."""
    return WRITTEN.get(word) if isinstance(word, str) else None


def in_address(acr: object) -> Assurance | None:
    """Returns the level that is the last part of an ``acr``, such as ``…/nsis/loa/High``, or None.

    None also for an ``acr`` that has a space anywhere.
    """
    if not isinstance(acr, str) or re.search(r"\s", acr):
        return None
    return named(re.split(r"[/:]", acr)[-1])


def weakest(levels: Sequence[Assurance | None]) -> Assurance | None:
    """Returns the weakest of the levels; None when there is none, or when one of them is unknown."""
    known = [level for level in levels if level is not None]
    return min(known, default=None) if len(known) == len(levels) else None
