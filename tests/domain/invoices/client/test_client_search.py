from __future__ import annotations

from datetime import UTC, datetime

import pytest

from helsebro.invoices.client.client_search import (
    MOST_NUMBERS,
    MOST_OF_A_BIRTHDAY,
    can_be_searched,
    day_of,
    guesses_in,
    month_of,
    next_day,
    next_month,
)

OF_ONE = [f"211126{number:04}" for number in range(MOST_OF_A_BIRTHDAY + 1)]
OF_MANY = [f"{number:06}0001" for number in range(MOST_NUMBERS + 1)]


def test_a_document_with_many_numbers_of_one_birthday_or_of_many_is_not_searched() -> None:
    for numbers in (OF_ONE, OF_MANY):
        assert can_be_searched(numbers[:-1])
        assert not can_be_searched(numbers)


@pytest.mark.parametrize(
    "numbers,guesses",
    [([], 0), (OF_ONE[:1], 1), (OF_ONE[:20], 20), (OF_MANY[:25], 1), (OF_MANY[:26], 2), (OF_MANY[:500], 20)],
)
def test_the_numbers_of_one_birthday_are_so_many_guesses(numbers: list[str], guesses: int) -> None:
    assert guesses_in(numbers) == guesses


def test_guesses_count_anew_every_month_and_found_numbers_every_day() -> None:
    at = datetime(2026, 12, 31, 23, 59, tzinfo=UTC)
    assert (month_of(at), day_of(at)) == ("2026-12", "2026-12-31")
    assert next_month(at) == next_day(at) == datetime(2027, 1, 1, tzinfo=UTC)
