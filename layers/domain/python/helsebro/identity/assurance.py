"""Assurance (sikringsniveau): how sure a login is of who the person is, as NSIS and eIDAS name it."""

from __future__ import annotations

import re
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


def named(word: object) -> Assurance | None:
    """Returns the level of that name, or None; brokers write it in small letters, capitals or both."""
    return Assurance.__members__.get(word.upper()) if isinstance(word, str) else None


def in_address(acr: object) -> Assurance | None:
    """Returns the level that is the last part of an ``acr``, such as ``…/nsis/loa/High``, or None."""
    return named(re.split(r"[/:]", acr)[-1]) if isinstance(acr, str) else None


def weakest(levels: list[Assurance | None]) -> Assurance | None:
    """Returns the weakest level that is named; None when no level is."""
    return min((level for level in levels if level is not None), default=None)
