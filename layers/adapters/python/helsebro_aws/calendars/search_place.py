"""The place of a page in the results of a search, and the cursor that holds it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from helsebro.errors import BadInput, Fault
from helsebro.network.matching import Rank
from helsebro.network.near_postcodes import MOST_RANGES
from helsebro_aws.dynamodb import cursor

WAYS = 2 + MOST_RANGES
"""A search reads upwards and downwards from the postcode, and the ranges near it."""
BEGINNING: tuple[str | None, ...] = ("",) * WAYS


@dataclass(frozen=True)
class SearchPlace:
    """``cursors`` has one for each way that a search reads: empty at its beginning, None at its end.

    A page begins after the result with the rank ``after`` of the rows that follow the cursors. ``on`` is
    the day of the first page, which decides the order of all.
    """

    cursors: tuple[str | None, ...] = BEGINNING
    after: Rank | None = None
    on: date | None = None

    @property
    def is_end(self) -> bool:
        """Whether no rows are left."""
        return not any(cursor is not None for cursor in self.cursors)

    @property
    def cursor(self) -> str:
        """The place as the cursor of a page."""
        on = self.on.isoformat() if self.on else None
        return cursor.write({"sk": json.dumps([self.cursors, self.after, on])}, "pk")

    @classmethod
    def after_rows(cls, cursors: Sequence[str | None]) -> SearchPlace:
        """Returns the place after rows that were read; ways without a cursor are at their end."""
        return cls((*cursors, *[None] * (WAYS - len(cursors))))

    @classmethod
    def of_cursor(cls, text: str | None) -> SearchPlace:
        """Returns the place of a cursor, the beginning without one. Raises ``BadInput`` (400)."""
        if text is None:
            return cls()
        try:
            cursors, after, on = json.loads(cursor.read(text, "pk", "search")["sk"])
            return cls(_cursors(cursors), _rank(after), _day(on))
        except (ValueError, TypeError, RecursionError):
            raise BadInput([Fault("/cursor", "unknown-cursor", "")], malformed=True) from None


def _cursors(value: Any) -> tuple[str | None, ...]:
    if not isinstance(value, list) or len(value) != WAYS:
        raise TypeError
    return tuple(_text(each) for each in value)


def _text(value: Any) -> str | None:
    if value is not None and not isinstance(value, str):
        raise TypeError
    return value


def _rank(value: Any) -> Rank | None:
    if value is None:
        return None
    fit, band, first, load, lot = value
    if any(type(number) is not int for number in (fit, band, load)):
        raise TypeError
    return fit, band, _text(first) or "", load, _text(lot) or ""


def _day(value: Any) -> date | None:
    return None if value is None else date.fromisoformat(value)
