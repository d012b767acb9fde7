from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from helsebro.money import Money
from helsebro.payer import Country
from helsebro.tariffs.agreed_fees import agreed_fees
from helsebro.tariffs.country_tariffs import country_tariffs
from helsebro.tariffs.fee import SERVICES, AppliedRate
from helsebro.tariffs.tariff import Rate, Tariff

TODAY, NEW_YEAR = date(2026, 11, 21), date(2027, 1, 1)
OWN = Tariff("tryg", "psychologist", "first", (Rate(NEW_YEAR, Money.of(875), True),), version=3)


def price(country: str, profession: str, service: str, on: date = TODAY, **options: Any) -> Money | None:
    fees = agreed_fees(options.pop("own", ()), country, profession, on, **options)
    return next((fee.amount for fee in fees if fee.service == service), None)


@pytest.mark.parametrize(
    "country, profession, service, options, amount",
    [
        ("DK", "psychologist", "first", {}, Money.of(850)),
        ("DK", "psychologist", "follow-up", {}, Money.of(850)),
        ("DK", "psychologist", "first", {"authorised": False}, Money.of(700)),
        ("DK", "crisis-help", "debriefing", {}, Money.of(900)),
        ("DK", "psychologist", "debriefing", {}, None),
        ("DK", "physiotherapy", "first", {"authorised": False}, Money.of(475)),
        ("NO", "physiotherapy", "first", {}, Money.of(850, "NOK")),
        ("DK", "hospice", "first", {}, None),
        ("SE", "physiotherapy", "first", {}, None),
    ],
)
def test_without_a_tariff_of_the_payer_the_countrys_counts(
    country: str, profession: str, service: str, options: dict[str, Any], amount: Money | None
) -> None:
    assert price(country, profession, service, **options) == amount


@pytest.mark.parametrize(
    "on, service, amount",
    [
        (date(2025, 12, 31), "first", None),
        (date(2026, 12, 31), "first", 850),
        (NEW_YEAR, "first", 875),
        (NEW_YEAR, "follow-up", 850),
    ],
)
def test_the_payers_own_rate_counts_from_its_first_day_on(on: date, service: str, amount: int | None) -> None:
    found = price("DK", "psychologist", service, on, own=[OWN])
    assert found == (None if amount is None else Money.of(amount))


def test_a_fee_keeps_the_rate_that_it_comes_from() -> None:
    first, follow_up = agreed_fees([OWN], "DK", "psychologist", NEW_YEAR)
    assert first.rate == AppliedRate("payer", NEW_YEAR, 3, authorised=True)
    assert follow_up.rate == AppliedRate("country", date(2026, 1, 1), 0, authorised=True)


def test_a_tariff_of_another_profession_does_not_count() -> None:
    assert price("DK", "crisis-help", "first", NEW_YEAR, own=[OWN]) == Money.of(850)


@pytest.mark.parametrize("country, currency", [("DK", "DKK"), ("NO", "NOK")])
def test_a_countrys_tariffs_are_in_its_own_currency(country: Country, currency: str) -> None:
    rates = [rate for tariff in country_tariffs(country).values() for rate in tariff.rates]
    assert rates
    assert {rate.per_session.currency for rate in rates} == {currency}
    assert {service for _, service in country_tariffs(country)} == {*SERVICES}
