from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from helsebro.guarantees.tariff import SERVICES, TARIFF, AgreedFee, agreed_fee, fees
from helsebro.money import Money

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    "country, treatment, service, options, amount",
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
def test_the_agreed_fee_depends_on_country_treatment_service_and_day(
    country: str, treatment: str, service: str, options: dict[str, Any], amount: Money | None
) -> None:
    assert agreed_fee(country, treatment, service, TODAY, **options) == amount


NEW = AgreedFee("DK", "psychologist", "first", Money.of(900), date(2027, 1, 1), True)
OWN = AgreedFee("DK", "psychologist", "first", Money.of(875), date(2026, 1, 1), payer="tryg")


@pytest.mark.parametrize(
    "on, payer, amount",
    [
        (date(2025, 12, 31), "", None),
        (date(2026, 12, 31), "", 850),
        (date(2027, 1, 1), "", 900),
        (date(2027, 1, 1), "tryg", 875),
        (date(2027, 1, 1), "gjensidige", 900),
    ],
)
def test_a_fee_applies_from_its_first_day_and_a_payers_own_fee_comes_first(
    on: date, payer: str, amount: int | None
) -> None:
    found = agreed_fee("DK", "psychologist", "first", on, payer=payer, tariff=(*TARIFF, NEW, OWN))
    assert found == (None if amount is None else Money.of(amount))


def test_a_treatment_has_a_fee_for_each_service() -> None:
    assert [fee.service for fee in fees("DK", "crisis-help", TODAY)] == list(SERVICES)
    assert fees("DK", "hospice", TODAY) == ()


def test_a_country_pays_in_its_own_currency_and_no_row_is_repeated() -> None:
    assert all(row.amount.currency == {"DK": "DKK", "NO": "NOK"}[row.country] for row in TARIFF)
    names = [(row.country, row.treatment, row.service, row.authorised, row.begins) for row in TARIFF]
    assert len(set(names)) == len(names)
