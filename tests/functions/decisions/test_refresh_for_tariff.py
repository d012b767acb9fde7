"""A changed tariff gives the open tasks whose amounts hang on it a new proposal (R-834)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from functions.decisions.refresh_proposals.handler import handler

from helsebro.ids import ClaimId, TaskId
from helsebro.money import Money
from helsebro.tariffs.tariff import Rate, Tariff
from helsebro.tasks.task import Task
from helsebro_aws.tariffs.dynamo_tariffs import DynamoTariffs
from helsebro_aws.tasks.dynamo_tasks import DynamoTasks
from tests.builders.decisions import (
    CHIROPRACTIC,
    claim_in_review,
    cost,
    insured_anna,
    records_of,
    task_of,
)
from tests.builders.events.messages import comes_again, event_of

pytestmark = pytest.mark.usefixtures("aws")
OUTSIDE = {
    **CHIROPRACTIC,
    "inNetwork": False,
    "cost": cost("900.00"),
    "practitioner": {"providerNumber": False},
}


@pytest.fixture(autouse=True)
def anna(aws: dict[str, Any]) -> str:
    assert aws
    return insured_anna()


def set_tariff(amount: str, version: int = 1, profession: str = "chiropractic") -> None:
    rates = (Rate(date(2026, 1, 1), Money.of(amount), True),)
    DynamoTariffs().set(Tariff("tryg", profession, "follow-up", rates, version), "underwriter")


def changed(profession: str = "chiropractic") -> list[str]:
    """Delivers the event of a changed tariff; returns the ids of the messages that come again."""
    ids = {"profession": profession, "service": "follow-up", "version": 1}
    return comes_again(handler, event_of("tariff.changed", **ids))


def now(task_id: TaskId) -> Task:
    return DynamoTasks().find(task_id)


def most_of(task_id: TaskId) -> Decimal | None:
    """Returns what R-834 pays at most in the task's proposal."""
    answer = now(task_id).answer
    assert answer
    [step] = [step for step in answer.trail if step.rule == "R-834"]
    return step.most


def proposed() -> tuple[ClaimId, TaskId]:
    claim_id = claim_in_review(treatment=OUTSIDE)
    return claim_id, task_of(claim_id)


def test_a_proposal_is_made_with_the_payers_tariff_and_keeps_it_in_its_record() -> None:
    set_tariff("350.00")
    claim_id, task_id = proposed()
    [record] = records_of(claim_id)
    assert record.cover
    rates = {(rate.treatment, rate.service): rate for rate in record.cover.rates}
    kept = rates["chiropractic", "follow-up"]
    assert most_of(task_id) == kept.amount.amount == 350
    assert (kept.source, kept.begins, kept.version) == ("payer", date(2026, 1, 1), 1)
    assert rates["chiropractic", "first"].source == "country"


def test_an_open_proposal_is_made_again_when_its_tariff_changes() -> None:
    claim_id, task_id = proposed()
    assert most_of(task_id) == 330
    set_tariff("350.00")
    assert changed() == []
    assert (most_of(task_id), now(task_id).version) == (Decimal(350), 2)
    assert len(records_of(claim_id)) == 2


def test_an_event_that_comes_twice_changes_nothing_more() -> None:
    claim_id, task_id = proposed()
    set_tariff("350.00")
    assert [changed(), changed()] == [[], []]
    assert (now(task_id).version, len(records_of(claim_id))) == (2, 2)


def test_a_proposal_that_hangs_on_no_tariff_or_on_another_stays() -> None:
    _, outside = proposed()
    inside = task_of(claim_in_review(), "token-2")
    set_tariff("350.00")
    assert changed("physiotherapy") == []
    assert now(outside).version == 1
    assert changed() == []
    assert [now(task_id).version for task_id in (outside, inside)] == [2, 1]
