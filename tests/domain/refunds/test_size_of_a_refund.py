"""The largest refund fits into its items: fifty treatments, each with the longest trail that a case has."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from helsebro.coverage.answer import Answer
from helsebro.money import Money
from helsebro.refunds.billed_treatment import BilledTreatment
from helsebro.tasks.proposal import BilledAnswer, Proposal
from helsebro.tasks.staff_decision import StaffDecision
from helsebro_aws.dynamodb.record import from_item, to_item
from helsebro_aws.tasks.proposal_view import proposal_shown
from tests.domain.coverage.cases.rule_cases import CASES
from tests.domain.refunds.test_refund import billed

MOST_TREATMENTS = 50
LIMIT = 200_000
"""Bytes, half of what DynamoDB stores in an item."""


def item_size(value: Any) -> int:
    """The bytes of a value in DynamoDB: UTF-8, 3 of each list or map and 1 of each of its parts."""
    if isinstance(value, str):
        return len(value.encode())
    if isinstance(value, bool) or value is None:
        return 1
    if isinstance(value, int | float):
        return (len(str(value)) + 1) // 2 + 1
    if isinstance(value, dict):
        return 3 + sum(1 + len(str(name).encode()) + item_size(part) for name, part in value.items())
    return 3 + sum(1 + item_size(part) for part in value)


def size(answer: Answer) -> int:
    return len(str(answer.trail.as_json()))


@pytest.fixture(scope="module")
def longest() -> Answer:
    return max((case.decision().answer() for case in CASES), key=size)


def answers(longest: Answer) -> list[Answer]:
    """Answers that differ as those of a real refund do: in the day and the price."""
    return [
        replace(
            longest,
            trail=replace(
                longest.trail,
                facts={
                    **longest.trail.facts,
                    "treatment.startsOn": f"{date(2026, 1, 1) + timedelta(days=place)}",
                    "treatment.cost": Money.of(400 + place).as_json(),
                },
            ),
        )
        for place in range(MOST_TREATMENTS)
    ]


def proposal(longest: Answer) -> Proposal:
    treatments = (BilledAnswer(date(2026, 1, 1), "osteopathy", answer) for answer in answers(longest))
    return Proposal(Answer("refer"), tuple(treatments))


def test_the_largest_refund_is_half_of_an_item_at_most(longest: Answer) -> None:
    denied = StaffDecision("deny", "finance", datetime(2026, 11, 21, tzinfo=UTC), "Nej")
    refund = billed(*[400] * MOST_TREATMENTS).decided(denied, proposal(longest))

    assert len(refund.treatments) == MOST_TREATMENTS
    assert all(treatment.trail for treatment in refund.treatments)
    assert 10_000 < item_size(to_item(refund)) < LIMIT


def test_the_task_of_the_largest_refund_is_half_of_an_item_at_most(longest: Answer) -> None:
    assert 10_000 < item_size(to_item(proposal(longest))) < LIMIT


@pytest.mark.parametrize("language", ["da", "nb", "en"])
def test_the_largest_refund_is_shown_on_its_task_without_repeating_its_rows(
    longest: Answer, language: str
) -> None:
    shown: Any = proposal_shown(proposal(longest), language)

    assert len(json.dumps(shown, ensure_ascii=False).encode()) < LIMIT
    for treatment in shown["treatments"]:
        assert len(treatment["trail"]) + len(treatment["sharedRules"]) == len(longest.trail)


def test_the_longest_trail_is_read_unchanged(longest: Answer) -> None:
    treatment = BilledTreatment(date(2026, 1, 1), "osteopathy", Money.of(400), trail=longest.trail)

    assert len(longest.trail) > 15
    assert from_item(BilledTreatment, to_item(treatment)) == treatment


def test_control_with_its_texts_a_trail_is_twice_as_large(longest: Answer) -> None:
    packed = item_size(longest.trail.as_json())
    plain = item_size({"facts": longest.trail.facts, "steps": [to_item(step) for step in longest.trail]})

    assert plain > 2 * packed
