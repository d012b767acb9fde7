from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from helsebro.index_table import IndexYear
from helsebro.money import Money
from helsebro_aws.dynamo_indexes import DynamoIndexes
from helsebro_aws.dynamo_people import DynamoPeople
from helsebro_aws.table import Item, Page, Tables
from tests.people import EMPLOYER_CVR, insured_of, leave, payer_of, policy_of

pytestmark = pytest.mark.usefixtures("aws")
FORMER = {"product": "health-insurance", "beganOn": "2019-01-01", "endedOn": "2020-01-01"}
LARGE = {"amount": "900000.00", "currency": "DKK"}


class CountingTables(Tables):
    """The tables, with every round trip that reads counted."""

    reads = 0

    def get(self, *args: Any, **more: Any) -> Item | None:
        self.reads += 1
        return super().get(*args, **more)

    def get_many(self, table: str, keys: Sequence[tuple[str, str]]) -> list[Item]:
        self.reads += bool(keys)
        return super().get_many(table, keys)

    def query(self, *args: Any, **more: Any) -> Page:
        self.reads += 1
        return super().query(*args, **more)


@pytest.fixture(autouse=True)
def _payer(aws: dict[str, Any]) -> None:
    assert aws
    payer_of("tryg")


def test_an_unbroken_equal_insurance_gives_its_seniority() -> None:
    policy_id = policy_of("tryg")
    person_id = insured_of(policy_id, former=FORMER)
    (cover,) = DynamoPeople().cover("tryg", person_id)
    assert cover.seniority == date(2019, 1, 1)
    insured_of(policy_id, former={**FORMER, "endedOn": "2019-12-31"})
    (broken,) = DynamoPeople().cover("tryg", person_id)
    assert broken.seniority == date(2020, 1, 1)


def test_the_work_and_the_leisure_policy_know_of_each_other_in_the_cover() -> None:
    work, leisure = policy_of("tryg", "SA1706"), policy_of("tryg", "SF1706", annualSum=LARGE)
    person_id = insured_of(work)
    insured_of(leisure)
    covers = {cover.product: cover for cover in DynamoPeople().cover("tryg", person_id)}
    assert covers["SA1706"].other_product == "SF1706"
    assert covers["SF1706"].other_product == "SA1706"
    assert covers["SA1706"].other_sum == Money.of(900_000)
    assert covers["SF1706"].other_sum == Money.of(500_000)
    assert {cover.policyholder for cover in covers.values()} == {EMPLOYER_CVR}
    assert {cover.policy_id for cover in covers.values()} == {work, leisure}


@pytest.mark.parametrize("apart", [{"policyholder": {"name": "Fjord A/S", "cvr": "87654321"}}, {}])
def test_sums_are_shared_within_one_policyholder_and_while_both_are_in_force(apart: dict[str, Any]) -> None:
    work, leisure = policy_of("tryg", "SA1706"), policy_of("tryg", "SF1706", **apart)
    person_id = insured_of(work)
    insured_of(leisure)
    if not apart:
        leave(leisure, person_id, "2025-12-31")
    covers = {cover.product: cover for cover in DynamoPeople().cover("tryg", person_id)}
    assert covers["SA1706"].other_product == "SF1706"
    assert covers["SA1706"].other_sum is None
    in_time = {cover.product: cover for cover in DynamoPeople().cover("tryg", person_id, date(2025, 12, 31))}
    assert (in_time["SA1706"].other_sum is None) == bool(apart)


def test_a_cover_is_read_in_two_round_trips() -> None:
    work, leisure = policy_of("tryg", "SA1706"), policy_of("tryg", "SF1706")
    person_id = insured_of(work)
    insured_of(leisure)
    reads: list[Callable[[DynamoPeople], object]] = [
        lambda people: people.cover("tryg", person_id),
        lambda people: people.covered(person_id),
        lambda people: people.covered_family(person_id),
    ]
    for read in reads:
        counted = CountingTables()
        read(DynamoPeople(counted))
        assert counted.reads <= 2


def test_a_second_sum_is_told_as_of_the_day_the_first_was_agreed() -> None:
    work = policy_of("tryg", "SA1706", effectiveFrom="2022-01-01")
    person_id = insured_of(work)
    insured_of(policy_of("tryg", "SF1706", effectiveFrom="2020-01-01"))
    for year, percent in ((2021, 10), (2022, 10), (2023, 10)):
        DynamoIndexes().set("tryg", IndexYear(year, Decimal(percent), reason="Seed"), "s")
    covers = {cover.product: cover for cover in DynamoPeople().cover("tryg", person_id)}
    assert covers["SA1706"].other_sum == Money.of("605000.00"), "two steps lie before the work policy"
    assert covers["SF1706"].other_sum == Money.of("413223.14"), "what the same steps lead back to"
    assert covers["SA1706"].sum_index == ((date(2023, 1, 1), Decimal(10)),)
    assert len(covers["SF1706"].sum_index) == 3
