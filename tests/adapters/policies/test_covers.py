from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from helsebro.caller import UNDERWRITING, Caller
from helsebro.coverage.decision import Decision
from helsebro.coverage.engine import decide
from helsebro.coverage.question import question_json
from helsebro.events import Event
from helsebro.ids import PersonId, PolicyId
from helsebro.money import Money
from helsebro.policies.index_table import IndexYear
from helsebro.policies.policy import Policy, PolicyChange
from helsebro.policies.premium import Reminder
from helsebro.receipt import Receipt
from helsebro_aws.dynamodb.tables import Item, Page, Tables
from helsebro_aws.platform import clock
from helsebro_aws.policies.dynamo_indexes import DynamoIndexes
from helsebro_aws.policies.dynamo_insured import DynamoPeople
from helsebro_aws.policies.dynamo_policies import DynamoPolicies
from tests.builders.policies import EMPLOYER_CVR, insured_of, leave, payer_of, policy_of

pytestmark = pytest.mark.usefixtures("aws")
FORMER = {"product": "health-insurance", "beganOn": "2019-01-01", "endedOn": "2020-01-01"}
LARGE = {"amount": "900000.00", "currency": "DKK"}


class CountingTables(Tables):
    """Tables that count every read."""

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


def test_a_second_sum_is_expressed_as_of_the_day_the_first_was_agreed() -> None:
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


# What the engine decides from these covers


def read(policy_id: PolicyId) -> Policy:
    by = Caller("s", frozenset({UNDERWRITING}), payer="tryg")
    return DynamoPolicies().visible(policy_id, by)


def store(after: Policy) -> None:
    key = Receipt(f"{after.policy_id}{after.version}", "f", 201, {})
    DynamoPolicies().change(after, Event("policy.noticed", clock.now(), "tryg"), key)


def asked(person_id: PersonId, starts_on: str, as_of: date) -> Decision:
    question = question_json.read(
        {
            "cause": "leisure",
            "asOf": as_of.isoformat(),
            "condition": {
                "category": "injury",
                "arisenOn": starts_on,
                "chronic": False,
                "arisenAbroad": False,
                "circumstances": [],
            },
            "treatment": {
                "type": "physiotherapy",
                "startsOn": starts_on,
                "country": "DK",
                "inNetwork": True,
                "sessions": 3,
                "cost": {"amount": "500.00", "currency": "DKK"},
                "practitioner": {"providerNumber": True, "approvals": [], "relation": "none"},
            },
            "evidence": {
                "referral": "physiotherapy",
                "approvedBeforehand": True,
                "subsidy": {"amount": "0.00", "currency": "DKK"},
            },
        }
    )
    (cover,) = DynamoPeople().cover("tryg", person_id, as_of)
    return decide(question, cover, as_of)


def rules(decision: Decision) -> set[str]:
    return {step.rule.id for step in decision.trail}


@pytest.mark.parametrize(
    "starts_on, outcome",
    [("2026-02-22", "covered"), ("2026-02-23", "not-covered"), ("2026-03-01", "covered")],
)
def test_an_unpaid_premium_denies_between_the_22nd_day_and_the_payment(starts_on: str, outcome: str) -> None:
    policy_id = policy_of("tryg")
    person_id = insured_of(policy_id)
    store(read(policy_id).reminded(Reminder(date(2026, 2, 1)), date(2026, 2, 1)))
    store(read(policy_id).paid(date(2026, 3, 1), date(2026, 3, 1)))
    decision = asked(person_id, starts_on, date(2026, 3, 2))
    assert (decision.outcome, "R-1402" in rules(decision)) == (outcome, outcome == "not-covered")


@pytest.mark.parametrize("starts_on, is_covered", [("2026-06-30", True), ("2026-07-01", False)])
def test_a_cancelled_policy_covers_treatments_that_start_until_its_last_day(
    starts_on: str, is_covered: bool
) -> None:
    policy_id = policy_of("tryg")
    person_id = insured_of(policy_id)
    store(read(policy_id).changed(PolicyChange("n", date(2026, 7, 1), ends=True)))
    decision = asked(person_id, starts_on, date(2026, 6, 1))
    assert (decision.outcome == "covered", "R-1312" in rules(decision)) == (is_covered, not is_covered)


@pytest.mark.parametrize("as_of, sessions", [(date(2026, 6, 30), 3), (date(2026, 7, 1), 2)])
def test_a_decision_of_a_day_uses_the_parameters_of_that_day(as_of: date, sessions: int) -> None:
    policy_id = policy_of("tryg")
    person_id = insured_of(policy_id)
    parameters = {"firstGrantPhysical": 2}
    store(read(policy_id).changed(PolicyChange("n", date(2026, 7, 1), parameters=parameters)))
    grant = asked(person_id, as_of.isoformat(), as_of).grant
    assert grant is not None
    assert grant.sessions == sessions
