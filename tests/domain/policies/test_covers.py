"""Covers of places (R-1303, R-1312, R-1403); the adapter's tests read the same from stored items."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from helsebro.coverage.question.cover import Cover
from helsebro.ids import PersonId, PolicyId
from helsebro.money import Money
from helsebro.policies.covers import covers_of
from helsebro.policies.place import Place
from helsebro.policies.policy import Policyholder
from tests.builders.domain.policies import policy
from tests.domain.policies.test_insured import ANNA

TODAY = date(2026, 11, 21)
HAVN, OTHER = Policyholder("Havn A/S", "12345674"), Policyholder("Anden A/S", "87654320")


def leisure() -> Place:
    return Place(ANNA, policy(annual_sum=Money.of(500_000)), TODAY)


def work(left_on: date | None = None, holder: Policyholder = HAVN) -> Place:
    agreed = policy(policy_id="pol_b", number="P-2", product="SA1706", policyholder=holder)
    insured = replace(
        ANNA, policy_id=PolicyId("pol_b"), policy_number="P-2", product="SA1706", left_on=left_on
    )
    return Place(insured, replace(agreed, annual_sum=Money.of(900_000)), TODAY)


def covers(*places: Place) -> dict[str, Cover]:
    return {cover.policy_number: cover for _, cover in covers_of(places, {})}


@pytest.mark.parametrize(
    "second, shared",
    [
        (work(), Money.of(900_000)),
        (work(left_on=date(2026, 11, 20)), None),
        (work(holder=OTHER), None),
    ],
    ids=["of one employer", "left yesterday", "of another employer"],
)
def test_two_policies_share_a_sum_while_one_employer_holds_both(second: Place, shared: Any) -> None:
    assert covers(leisure(), second)["P-1"].other_sum == shared


def test_a_single_policy_shares_its_sum_with_none() -> None:
    alone = covers(leisure())["P-1"]
    assert (alone.other_sum, alone.other_product) == (None, None)


def test_another_persons_policy_is_not_shared() -> None:
    second = work()
    other = replace(second, insured=replace(second.insured, person_id=PersonId("per_bo")))
    assert covers(leisure(), other)["P-1"].other_sum is None


def test_a_cover_ends_on_the_last_day_of_its_place() -> None:
    assert covers(work(left_on=date(2026, 6, 30)))["P-2"].left_on == date(2026, 6, 30)
