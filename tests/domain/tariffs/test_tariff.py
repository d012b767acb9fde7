from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from helsebro.errors import BadInput
from helsebro.money import Money
from helsebro.tariffs.tariff import Rate, Tariff

NEW_YEAR, SUMMER = date(2027, 1, 1), date(2027, 7, 1)


def rate(begins: date = NEW_YEAR, amount: int = 850, authorised: bool | None = True, **of: Any) -> Rate:
    return Rate(begins, Money.of(amount, **of), authorised)


def tariff(*rates: Rate) -> Tariff:
    return Tariff("tryg", "psychologist", "first", rates, version=1)


@pytest.mark.parametrize(
    "on, authorised, amount",
    [
        (date(2026, 12, 31), True, None),
        (NEW_YEAR, True, 850),
        (date(2027, 6, 30), True, 850),
        (SUMMER, True, 900),
        (SUMMER, False, 700),
    ],
)
def test_a_rate_applies_from_its_first_day_to_its_kind_of_practitioner(
    on: date, authorised: bool, amount: int | None
) -> None:
    known = tariff(rate(SUMMER, 900), rate(NEW_YEAR, 850), rate(NEW_YEAR, 700, False))
    found = known.rate_on(on, authorised)
    assert (found and found.per_session) == (None if amount is None else Money.of(amount))


def test_a_rate_for_every_practitioner_applies_to_both_kinds() -> None:
    known = tariff(rate(authorised=None))
    assert known.rate_on(NEW_YEAR, True) == known.rate_on(NEW_YEAR, False) == rate(authorised=None)


def test_a_rate_ends_the_day_before_the_next_of_its_kind() -> None:
    first, other = rate(NEW_YEAR), rate(NEW_YEAR, 700, False)
    known = tariff(first, other, rate(SUMMER, 900))
    assert (known.ends_on(first), known.ends_on(other)) == (date(2027, 6, 30), None)


@pytest.mark.parametrize(
    "rates, pointers",
    [
        ([rate(amount=0)], ["/rates/0/perSession/amount"]),
        ([rate(), rate(amount=900)], ["/rates/1/from"]),
        ([rate(amount=0), rate()], ["/rates/0/perSession/amount", "/rates/1/from"]),
    ],
)
def test_every_fault_of_the_rates_is_reported(rates: list[Rate], pointers: list[str]) -> None:
    with pytest.raises(BadInput) as rejected:
        tariff(*rates)
    assert [fault.pointer for fault in rejected.value.faults] == pointers
