"""Days, amounts and numbers in the words of each language."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from helsebro.money import Currency
from helsebro.plain_words import plain_words

SPACE = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    "language, shown", [("da", "28. november 2027"), ("nb", "28. november 2027"), ("en", "28 November 2027")]
)
def test_a_day_has_the_name_of_its_month(language: str, shown: str) -> None:
    assert plain_words(language).of_day(date(2027, 11, 28)) == shown


@pytest.mark.parametrize(
    "language, currency, shown",
    [
        ("da", "DKK", f"1.475,50{SPACE}kr."),
        ("da", "NOK", f"1.475,50{SPACE}norske kr."),
        ("nb", "NOK", f"1{SPACE}475,50{SPACE}kr"),
        ("en", "DKK", f"DKK{SPACE}1,475.50"),
    ],
)
def test_an_amount_has_two_decimals_and_its_currency(language: str, currency: Currency, shown: str) -> None:
    assert plain_words(language).of_amount(Decimal("1475.5"), currency) == shown


@pytest.mark.parametrize(
    "amount, shown",
    [
        ("0", "0"),
        ("475", "475"),
        ("999.00", "999"),
        ("475.5", "475,50"),
        ("1000.00", "1.000"),
        ("500000", "500.000"),
        ("1000.10", "1.000,10"),
    ],
)
def test_a_whole_amount_has_no_decimals(amount: str, shown: str) -> None:
    assert plain_words("da").of_amount(Decimal(amount), "DKK") == f"{shown}{SPACE}kr."


@pytest.mark.parametrize("language, shown", [("da", "a, b og c"), ("nb", "a, b og c"), ("en", "a, b and c")])
def test_a_list_ends_with_the_languages_and(language: str, shown: str) -> None:
    assert plain_words(language).of_list(["a", "b", "c"]) == shown


def test_a_long_part_of_a_list_ends_with_a_comma() -> None:
    parts = ["whether it follows a stay that we covered", "the price"]
    assert plain_words("en").of_list(parts) == f"{parts[0]}, and {parts[1]}"
