"""Plain words: days, amounts and numbers as people of a language write them."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

SHORT_PART = 6
"""A part of a list with more words than this is a clause of its own."""


@dataclass(frozen=True)
class PlainWords:
    """How a language writes values; ``currencies`` holds a pattern with ``{amount}`` for each currency.

    ``day`` is a pattern with ``{day}``, ``{month}`` and ``{year}``, ``moment`` one of a day and its time;
    ``joint`` is the word before the last of a list, ``clause_joint`` what stands before the last of several
    clauses.
    """

    months: Sequence[str]
    day: str
    moment: str
    thousands: str
    decimal: str
    currencies: Mapping[str, str]
    joint: str
    clause_joint: str

    def spoken(self, value: object, word_of: Callable[[str], str]) -> str:
        """Returns a JSON value in words: a day, an amount, a number, the word of a name, or a list of them.

        Raises ``TypeError`` for true, false and anything else that is not said in a word.
        """
        if isinstance(value, str):
            day = _day(value)
            return self.of_day(day) if day else word_of(value)
        if isinstance(value, Mapping):
            return self.of_amount(Decimal(str(value["amount"])), str(value["currency"]))
        if isinstance(value, list | tuple):
            return self.of_list([self.spoken(part, word_of) for part in value])
        if isinstance(value, int | float) and not isinstance(value, bool):
            return self.of_number(value)
        raise TypeError(f"{type(value).__name__} is no word")

    def of_day(self, day: date) -> str:
        """Returns a day with the month's name, such as ``28. november 2027``."""
        return self.day.format(day=day.day, month=self.months[day.month - 1], year=day.year)

    def of_moment(self, at: datetime) -> str:
        """Returns a local day and time, such as ``28. november 2027 kl. 9.05``."""
        return self.moment.format(day=self.of_day(at.date()), hour=at.hour, minute=f"{at.minute:02}")

    def of_amount(self, amount: Decimal, currency: str) -> str:
        """Returns an amount with its currency, such as ``475,50 kr.`` or ``500.000 kr.``.

        A whole amount has no decimals.
        """
        decimals = 0 if amount == amount.to_integral_value() else 2
        return self.currencies[currency].format(amount=self._figures(f"{amount:,.{decimals}f}"))

    def of_number(self, number: int | float) -> str:
        """Returns a number without needless decimals."""
        whole = isinstance(number, int) or number == int(number)
        return self._figures(f"{int(number):,}" if whole else f"{number:,.2f}".rstrip("0"))

    def of_list(self, parts: Sequence[str]) -> str:
        """Returns parts as a list in a sentence, such as ``a, b og c``; a comma ends a long part."""
        if len(parts) < 2:
            return "".join(parts)
        comma = "," if any(len(part.split()) > SHORT_PART for part in parts[:-1]) else ""
        return f"{', '.join(parts[:-1])}{comma} {self.joint} {parts[-1]}"

    def of_clauses(self, clauses: Sequence[str]) -> str:
        """Returns subordinate clauses as a list, such as ``hvornår det skete, og hvad det koster``."""
        return f"{self.clause_joint} ".join(filter(None, [", ".join(clauses[:-1]), *clauses[-1:]]))

    def _figures(self, english: str) -> str:
        marks = {",": self.thousands, ".": self.decimal}
        return "".join(marks.get(character, character) for character in english)


@cache
def plain_words(language: str) -> PlainWords:
    """Returns how ``da``, ``nb`` or ``en`` writes days, amounts and numbers."""
    return PlainWords(**_languages()[language])


@cache
def _languages() -> Mapping[str, Any]:
    read: Mapping[str, Any] = json.loads(Path(__file__).with_suffix(".json").read_text("utf-8"))
    return read


def one_full_stop(text: str) -> str:
    """Returns a text in which the full stop of an abbreviation, such as "kr.", ends the sentence too."""
    return text.replace("..", ".")


def _day(text: str) -> date | None:
    if len(text) != 10 or text[4] != "-":
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
