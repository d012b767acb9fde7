from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from helsebro.guarantees.prices.session_price import price_on
from helsebro.money import Money
from helsebro.tariffs.fee import AppliedRate, Fee
from helsebro.tariffs.tariff import Rate, Tariff
from tests.builders.domain.guarantees import guarantee

BEGAN, NEW_YEAR = date(2026, 1, 1), date(2027, 1, 1)
FEES = (Fee("first", Money.of(475), AppliedRate("country", BEGAN)),)


def own(amount: int) -> list[Tariff]:
    return [Tariff("tryg", "physiotherapy", "first", (Rate(NEW_YEAR, Money.of(amount), True),), 1)]


@pytest.mark.parametrize(
    "on, amount, price", [(date(2026, 12, 31), 500, 475), (NEW_YEAR, 500, 500), (NEW_YEAR, 400, 475)]
)
def test_a_session_costs_what_its_day_does_but_never_less_than_was_promised(
    on: date, amount: int, price: int
) -> None:
    promised = replace(guarantee(treatment="physiotherapy"), fees=FEES)
    assert price_on(promised, "first", on, own(amount), "DK") == Money.of(price)


@pytest.mark.parametrize(
    "fees, fee, price", [((), Money.of(290), 290), ((Fee("first", Money.of(300)),), Money.of(290), 300)]
)
def test_a_price_that_was_agreed_for_the_case_does_not_follow_the_tariff(
    fees: tuple[Fee, ...], fee: Money, price: int
) -> None:
    promised = replace(guarantee(treatment="physiotherapy"), fees=fees, fee=fee)
    assert price_on(promised, "first", NEW_YEAR, own(500), "DK") == Money.of(price)


@pytest.mark.parametrize("authorised, price", [(False, 400), (True, 500)])
def test_a_practitioner_without_the_authorisation_gets_the_rate_of_those_without(
    authorised: bool, price: int
) -> None:
    rates = (Rate(BEGAN, Money.of(500), True), Rate(BEGAN, Money.of(400), False))
    tariff = Tariff("tryg", "physiotherapy", "first", rates, 1)
    fees = (Fee("first", Money.of(400), AppliedRate("payer", BEGAN, 1, authorised=False)),)
    promised = replace(guarantee(treatment="physiotherapy"), fees=fees)
    assert price_on(promised, "first", NEW_YEAR, [tariff], "DK", authorised=authorised) == Money.of(price)
