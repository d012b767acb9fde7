"""The largest refund that a member reads: fifty treatments, each with as many rows as a case has."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Any

import pytest

from helsebro.coverage.answer import Answer
from helsebro.money import Money
from helsebro.refunds.billed_treatment import BilledTreatment
from helsebro.tasks.proposal import BilledAnswer, Proposal
from helsebro.tasks.staff_decision import ApprovedAmount, StaffDecision
from helsebro_aws.refunds.dynamo_refunds import DynamoRefunds
from tests.builders.calls import member
from tests.builders.decisions import claim_in_review, insured_anna, read_refund, refund_of
from tests.builders.policies import ANNA
from tests.domain.coverage.cases.rule_cases import CASES

MOST_TREATMENTS = 50
LIMIT = 200_000
AT = datetime(2026, 11, 21, tzinfo=UTC)
EACH = tuple(ApprovedAmount(Money.of(100), index) for index in range(MOST_TREATMENTS))
PARTLY = {"decision": "approve", "approved": EACH}


@cache
def case_of(name: str) -> Answer:
    """Returns the answer with the longest trail, or the one with the most sentences that name the day."""
    if name == "a wait":
        return (
            next(case for case in CASES if (case.rule, case.effect) == ("R-7153", "wait")).decision().answer()
        )
    answers = (case.decision().answer() for case in CASES)
    return max(answers, key=lambda answer: len(str(answer.trail.as_json())))


def answer_on(place: int, name: str) -> Answer:
    """Returns the answer on a treatment with a day and a price of its own."""
    found = case_of(name)
    of_its_own = {
        "treatment.startsOn": f"{date(2026, 1, 1) + timedelta(days=place)}",
        "treatment.cost": Money.of(400 + place).as_json(),
    }
    return replace(found, trail=replace(found.trail, facts={**found.trail.facts, **of_its_own}))


def decided_refund(changes: dict[str, Any], name: str) -> str:
    insured_anna()
    refunds, refund_id = DynamoRefunds(), refund_of(claim_in_review())
    before = refunds.find(refund_id)
    days = [date(2026, 1, 1) + timedelta(days=place) for place in range(MOST_TREATMENTS)]
    bills = [BilledTreatment(day, "osteopathy", Money.of(400 + place)) for place, day in enumerate(days)]
    answers = [BilledAnswer(day, "osteopathy", answer_on(place, name)) for place, day in enumerate(days)]
    decision = StaffDecision(**{"by": "finance", "at": AT, "reason": "8.3.2", **changes})
    after = replace(before, treatments=tuple(bills), status="in-review")
    decided = after.decided(decision, Proposal(Answer("refer"), tuple(answers)))
    refunds.tables.commit([refunds.replacement(before, decided)])
    return refund_id


@pytest.mark.parametrize("name", ["the longest", "a wait"])
@pytest.mark.parametrize("changes", [{"decision": "deny"}, PARTLY], ids=["denied", "partly paid"])
def test_the_largest_decided_refund_is_shown_without_repeating_its_rows(
    aws: dict[str, Any], changes: dict[str, Any], name: str
) -> None:
    assert aws
    refund_id = decided_refund(changes, name)
    for language in ("da", "nb", "en"):
        shown = read_refund(refund_id, member(ANNA), language).body
        assert len(json.dumps(shown, ensure_ascii=False).encode()) < LIMIT
        rules = {row["rule"] for row in shown["trail"]}
        for treatment in shown["treatments"]:
            own = {row["rule"] for row in treatment["trail"]}
            assert own | {*treatment["sharedRules"]} == rules
            assert own.isdisjoint(treatment["sharedRules"])
