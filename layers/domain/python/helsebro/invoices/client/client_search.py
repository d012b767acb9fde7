"""Client search: what the search of a document for its client's national number found (promise 20).

Who sends documents must not learn the number from the answers. With a birthday 270 to 10,000 numbers are left
to try, so a search that answered without end would say which of them it is. Numbers are therefore counted as
guesses, a clinic and guarantee, and a document with many of one birthday is not searched at all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from helsebro.errors import TooOften

MOST_NUMBERS = 500
"""Different numbers with a birthday in them: 90 lines that each give a day and an hour have about 400."""
MOST_WRITTEN = 20_000
"""The same ones over and over: a document is not searched for seconds."""
MOST_OF_A_BIRTHDAY = 20
"""Different ones with the same birthday: a clinic's serial number and the hours of one day are few."""
LIKE_ONE_GUESS = 25
"""So many numbers, each with a birthday of its own, count as one guess at a number."""
MOST_GUESSES, MOST_FOUND = 100, 5
"""Guesses in a month, and documents in a day in which a person's number was found."""


class TooManyPersonalNumbers(TooOften):
    """The clinic has sent so many personal numbers for the guarantee that no more are compared."""

    code = "too-many-personal-numbers"


@dataclass(frozen=True)
class ClientSearch:
    """``named_at`` are the XPaths with the client's number, None when the document was not searched.

    ``guesses`` is how many guesses at the number the search was, 0 without one. ``is_withheld``: the clinic
    has guessed too often.
    """

    named_at: frozenset[str] | None = frozenset()
    guesses: int = 0
    is_withheld: bool = False


def can_be_searched(numbers: Iterable[str]) -> bool:
    """Returns whether a document with these numbers, each once, is compared with the client's."""
    found = list(numbers)
    return len(found) <= MOST_NUMBERS and _of_one_birthday(found) <= MOST_OF_A_BIRTHDAY


def guesses_in(numbers: Iterable[str]) -> int:
    """Returns how many guesses at one person's number these numbers are, each given once."""
    found = list(numbers)
    return max(_of_one_birthday(found), -(-len(found) // LIKE_ONE_GUESS))


def month_of(at: datetime) -> str:
    """Returns the month in which guesses count, in UTC."""
    return f"{at.astimezone(UTC):%Y-%m}"


def day_of(at: datetime) -> str:
    """Returns the day on which found numbers count, in UTC."""
    return f"{at.astimezone(UTC):%Y-%m-%d}"


def next_month(at: datetime) -> datetime:
    """Returns when guesses count anew."""
    return _midnight(at.astimezone(UTC).replace(day=1) + timedelta(days=32)).replace(day=1)


def next_day(at: datetime) -> datetime:
    """Returns when found numbers count anew."""
    return _midnight(at) + timedelta(days=1)


def _midnight(at: datetime) -> datetime:
    """Returns the beginning of the day in UTC."""
    return at.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)


def _of_one_birthday(numbers: list[str]) -> int:
    return max(Counter(number[:6] for number in numbers).values(), default=0)
