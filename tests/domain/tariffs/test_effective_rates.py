from __future__ import annotations

from dataclasses import replace
from datetime import date

from helsebro.money import Money
from helsebro.tariffs.effective_rates import effective_rates
from helsebro.tariffs.tariff import Rate, Tariff

BEGAN, SUMMER, NEW_YEAR = date(2026, 1, 1), date(2026, 7, 1), date(2027, 1, 1)
COUNTRY = Tariff("", "osteopathy", "first", (Rate(BEGAN, Money.of(650)),))


def own(*rates: Rate) -> Tariff:
    return Tariff("tryg", "osteopathy", "first", rates, 1)


def shown(payers: Tariff | None, countrys: Tariff | None = COUNTRY) -> list[tuple[object, ...]]:
    return [
        (rate.begins, rate.until, rate.per_session.amount, rate.source, rate.authorised)
        for rate in effective_rates(payers, countrys)
    ]


def test_without_a_tariff_of_the_payer_its_countrys_counts_for_everyone() -> None:
    assert shown(None) == [(BEGAN, None, 650, "country", None)]
    assert shown(None, None) == []


def test_the_countrys_counts_until_the_payers_first_rate() -> None:
    both = own(Rate(SUMMER, Money.of(700), True), Rate(SUMMER, Money.of(700), False))
    assert shown(both) == [
        (BEGAN, date(2026, 6, 30), 650, "country", None),
        (SUMMER, None, 700, "payer", None),
    ]


def test_before_the_day_on_which_the_payer_set_its_first_tariff_its_countrys_counts() -> None:
    """A first tariff may begin in the past; what was decided by the country's keeps its price."""
    past = replace(own(Rate(date(2025, 6, 1), Money.of(700))), set_on=SUMMER)
    assert shown(past) == [
        (date(2025, 6, 1), date(2025, 12, 31), 700, "payer", None),
        (BEGAN, date(2026, 6, 30), 650, "country", None),
        (SUMMER, None, 700, "payer", None),
    ]
    assert shown(past, None) == [(date(2025, 6, 1), None, 700, "payer", None)]


def test_a_rate_for_the_authorised_only_leaves_the_countrys_to_the_others() -> None:
    assert shown(own(Rate(SUMMER, Money.of(700), True), Rate(NEW_YEAR, Money.of(720), True))) == [
        (BEGAN, date(2026, 6, 30), 650, "country", True),
        (SUMMER, date(2026, 12, 31), 700, "payer", True),
        (NEW_YEAR, None, 720, "payer", True),
        (BEGAN, None, 650, "country", False),
    ]


def test_a_rate_that_changes_nothing_begins_no_new_period() -> None:
    same = own(*(Rate(day, Money.of(700), kind) for day in (BEGAN, SUMMER) for kind in (True, False)))
    assert shown(same) == [(BEGAN, None, 700, "payer", None)]
