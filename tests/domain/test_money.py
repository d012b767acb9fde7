from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helsebro.errors import BadInput
from helsebro.money import Money

AMOUNTS = st.decimals("-1000000000", "1000000000", places=2)


@pytest.mark.parametrize(
    "given_amount, kept",
    [
        ("850", "850.00"),
        ("0.005", "0.01"),
        ("2.675", "2.68"),
        ("-0.005", "-0.01"),
        (7, "7.00"),
        ("1e3", "1000.00"),
    ],
)
def test_an_amount_is_rounded_half_up_to_whole_oere(given_amount: Any, kept: str) -> None:
    assert Money.of(given_amount).as_json() == {"amount": kept, "currency": "DKK"}


@pytest.mark.parametrize("text", ["", "x", "1,50", "NaN", "sNaN", "Infinity", "-Infinity", "1e999", "1 000"])
def test_a_text_that_is_not_an_amount_is_bad_input(text: str) -> None:
    with pytest.raises(BadInput) as refused:
        Money.of(text)
    assert [fault.code for fault in refused.value.faults] == ["not-an-amount"]


@given(AMOUNTS, AMOUNTS)
def test_sums_and_differences_are_exact(a: Decimal, b: Decimal) -> None:
    assert Money.of(a) + Money.of(b) - Money.of(b) == Money.of(a)


def test_a_price_times_a_count() -> None:
    assert Money.of("850.50") * 3 == Money.of("2551.50")
    assert sum([Money.of(1), Money.of(2)], Money.zero()) == Money.of(3)


@given(AMOUNTS, st.sampled_from(["DKK", "NOK"]))
def test_json_and_back_is_the_same_money(amount: Decimal, currency: Any) -> None:
    money = Money.of(amount, currency)
    assert Money.from_json(money.as_json()) == money


@pytest.mark.parametrize(
    "act",
    [lambda a, b: a + b, lambda a, b: a - b, lambda a, b: a < b, lambda a, b: a >= b, lambda a, b: max(a, b)],
)
def test_two_currencies_are_neither_summed_nor_compared(act: Any) -> None:
    with pytest.raises(ValueError, match="two currencies"):
        act(Money.of(1, "DKK"), Money.of(1, "NOK"))
    assert Money.of(1, "DKK") != Money.of(1, "NOK")


def test_one_currency_is_ordered_by_amount() -> None:
    assert sorted([Money.of(10), Money.of(9), Money.of("9.50")]) == [
        Money.of(9),
        Money.of("9.50"),
        Money.of(10),
    ]
