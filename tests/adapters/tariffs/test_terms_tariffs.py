"""The item with a payer's own tariffs that a rule of the terms reads."""

from __future__ import annotations

from datetime import date

import pytest

from helsebro.errors import Conflict
from helsebro.money import Money
from helsebro.tariffs.tariff import Rate, Tariff
from helsebro_aws.dynamodb.tables import tables
from helsebro_aws.tariffs.dynamo_tariffs import DynamoTariffs
from helsebro_aws.tariffs.keys import terms_tariffs_key
from helsebro_aws.tariffs.terms_tariffs import terms_tariffs, terms_tariffs_put

pytestmark = pytest.mark.usefixtures("aws")


def tariff(profession: str, amount: int, version: int = 1) -> Tariff:
    service = "kilometre" if profession == "transport" else "first"
    return Tariff("tryg", profession, service, (Rate(date(2026, 1, 1), Money.of(amount), True),), version)


def stored() -> list[tuple[str, int]]:
    item = tables.get(tables.settings.people_table, *terms_tariffs_key("tryg"))
    return [(one.profession, one.version) for one in terms_tariffs(item)]


def test_it_holds_the_latest_version_of_each_tariff_that_a_rule_reads_and_no_other() -> None:
    for new in (tariff("physiotherapy", 490), tariff("transport", 3), tariff("psychologist", 900)):
        DynamoTariffs().set(new, "underwriter")
    DynamoTariffs().set(tariff("physiotherapy", 510, version=2), "underwriter")
    assert stored() == [("transport", 1), ("physiotherapy", 2)]


def test_two_tariffs_that_are_set_at_once_are_never_lost() -> None:
    operations = terms_tariffs_put(tables, tariff("transport", 3))
    DynamoTariffs().set(tariff("physiotherapy", 490), "underwriter")
    with pytest.raises(Conflict):
        tables.commit(operations)
    assert stored() == [("physiotherapy", 1)]
