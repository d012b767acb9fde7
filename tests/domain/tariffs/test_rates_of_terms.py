from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from helsebro.coverage.product_head import known_products
from helsebro.coverage.question.cover_rates import PAID_BY_KILOMETRE, PARAMETERS, CoverRate
from helsebro.coverage.terms.product import product
from helsebro.money import Money
from helsebro.tariffs.fee import is_priced
from helsebro.tariffs.rates_of_terms import READ_BY_TERMS, rates_on
from helsebro.tariffs.tariff import Rate, Tariff

SUMMER, NEW_YEAR = date(2026, 7, 1), date(2027, 1, 1)


def tariff(profession: str, service: str, *rates: Rate) -> Tariff:
    return Tariff("tryg", profession, service, rates, 2)


def test_the_payers_rate_of_the_day_comes_before_its_countrys() -> None:
    own = [tariff("physiotherapy", "first", Rate(SUMMER, Money.of(490), True))]
    found = {(rate.treatment, rate.service): rate for rate in rates_on(own, "DK", NEW_YEAR)}
    assert found[("physiotherapy", "first")] == CoverRate(
        "physiotherapy", "first", Money.of(490), SUMMER, "payer", 2
    )
    assert found[("chiropractic", "first")].source == "country"
    assert ("transport", "kilometre") not in found


@pytest.mark.parametrize("day, source", [(SUMMER, "country"), (NEW_YEAR, "payer")])
def test_a_first_tariff_from_the_past_leaves_the_days_before_it_was_set(day: date, source: str) -> None:
    past = replace(tariff("physiotherapy", "first", Rate(date(2026, 1, 1), Money.of(490))), set_on=NEW_YEAR)
    trip = replace(tariff("transport", "kilometre", Rate(date(2026, 1, 1), Money.of(4))), set_on=NEW_YEAR)
    found = {(rate.treatment, rate.service): rate.source for rate in rates_on([past, trip], "DK", day)}
    assert found[("physiotherapy", "first")] == source
    # Its country has none, so nothing was decided by another.
    assert found[("transport", "kilometre")] == "payer"


def test_before_the_payers_first_rate_that_of_its_country_counts() -> None:
    own = [tariff("physiotherapy", "first", Rate(NEW_YEAR, Money.of(490), True))]
    rates = [rate for rate in rates_on(own, "DK", SUMMER) if rate.treatment == "physiotherapy"]
    assert [(rate.source, rate.amount) for rate in rates] == [
        ("country", Money.of(475)),
        ("country", Money.of(325)),
    ]


@pytest.mark.parametrize("authorised", [True, False])
def test_a_rate_a_kilometre_counts_for_everyone(authorised: bool) -> None:
    own = [tariff("transport", "kilometre", Rate(SUMMER, Money.of("2.50"), authorised))]
    [rate] = [rate for rate in rates_on(own, "NO", NEW_YEAR) if rate.service == "kilometre"]
    assert rate.amount == Money.of("2.50")


def test_every_treatment_that_the_terms_pay_by_a_tariff_is_read() -> None:
    rows = [rule.row for name in known_products() for rule in product(name).rules]
    paid = {
        str(treatment)
        for row in rows
        if row.text("mostParameter") in PARAMETERS.values()
        for treatment in row.when.values.get("treatment.type", ())
    }
    assert paid == {profession for profession, _ in READ_BY_TERMS} | {*PAID_BY_KILOMETRE}
    assert all(is_priced(*named) for named in READ_BY_TERMS)
