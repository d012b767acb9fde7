from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from helsebro.money import Money
from helsebro.tariffs.tariff import Rate, Tariff
from helsebro_aws.policies.dynamo_payers import DynamoPayers
from helsebro_aws.tariffs.dynamo_tariffs import DynamoTariffs
from tests.builders.policies import payer_of

pytestmark = pytest.mark.usefixtures("aws")
NEW_YEAR = date(2027, 1, 1)


@pytest.fixture(autouse=True)
def _payers(aws: dict[str, Any]) -> None:
    assert aws
    payer_of("tryg")
    payer_of("fjordhelse", "NO")


def set_rate(
    amount: int, *, payer: str = "tryg", profession: str = "physiotherapy", version: int = 1
) -> None:
    rates = (Rate(NEW_YEAR, Money.of(amount), True),)
    DynamoTariffs().set(Tariff(payer, profession, "first", rates, version), "underwriter")


def fees(payer: str, on: date = NEW_YEAR) -> list[Money]:
    found = DynamoTariffs().fees(DynamoPayers().find(payer), "physiotherapy", on)
    return [fee.amount for fee in found]


def test_the_fees_of_a_day_are_the_payers_own_and_else_its_countrys() -> None:
    set_rate(490)
    assert fees("tryg") == [Money.of(490), Money.of(325)]
    assert fees("tryg", date(2026, 12, 31)) == [Money.of(475), Money.of(325)]
    assert fees("fjordhelse") == [Money.of(850, "NOK"), Money.of(650, "NOK")]


def test_only_the_latest_version_counts() -> None:
    set_rate(490)
    set_rate(510, version=2)
    assert fees("tryg")[0] == Money.of(510)


def test_a_profession_is_read_without_the_others_of_the_payer() -> None:
    set_rate(490)
    set_rate(1, profession="psychologist")
    assert [tariff.profession for tariff in DynamoTariffs().of_profession("tryg", "physiotherapy")] == [
        "physiotherapy"
    ]
