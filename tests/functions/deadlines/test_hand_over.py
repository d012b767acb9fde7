"""A child who turns 15 takes over: announced 30 days before to all, and kept for all to see (F4-20)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from functions.deadlines.fall_due.handler import handler as fall_due
from functions.deadlines.keep_deadlines.handler import handler as keep

from helsebro.deadlines.clocks import CLOCKS
from helsebro.deadlines.deadline import Deadline
from helsebro_aws.deadlines.dynamo_deadlines import DynamoDeadlines, key_of
from helsebro_aws.dynamodb.keys import as_attributes
from tests.builders.calls import member
from tests.builders.claims import outbox_rows
from tests.builders.decisions import tasks_in
from tests.builders.events.messages import comes_again, event_of
from tests.builders.people.families import (
    FATHER,
    MOTHER,
    STRANGER,
    UNDERWRITER,
    TwoEmployers,
    answer,
    family,
)
from tests.builders.policies import cpr_of_age
from tests.builders.waking import milestones, schedules_in

pytestmark = pytest.mark.usefixtures("aws")


def enrolled(case: TwoEmployers, policy_id: str, *, days_ago: int = 0, key: str = "evt_a") -> list[str]:
    """Sends the event of the child's enrolment, as it would have come so many days ago."""
    at = datetime.now(UTC) - timedelta(days=days_ago)
    told = event_of("insured.enrolled", policyId=policy_id, personId=case.child)
    return comes_again(keep, {**told, "eventId": key, "at": at.isoformat()})


def clock_of(case: TwoEmployers, policy_id: str) -> Deadline:
    return Deadline("coming-of-age", case.child, policy_id, "tryg")


def readers(aws: dict[str, Any], kind: str) -> set[tuple[str, str]]:
    rows = (row["data"]["M"] for row in outbox_rows(aws, kind))
    return {(row["personId"]["S"], row["to"]["S"]) for row in rows}


def test_the_clock_of_a_child_waits_for_30_days_before_the_birthday(aws: dict[str, Any]) -> None:
    case = TwoEmployers(cpr=cpr_of_age(15, birthday_in_days=40))
    assert enrolled(case, case.policy) == []
    assert milestones(clock_of(case, case.policy)) == []
    assert len(schedules_in(aws)) == 1
    assert family(case.child, member(MOTHER)).body["invitedToGiveMandate"] is False


def test_the_hand_over_is_announced_once_to_the_child_and_to_both_parents(aws: dict[str, Any]) -> None:
    case = TwoEmployers(FATHER, cpr=(cpr := cpr_of_age(15, birthday_in_days=20)))
    for by in (MOTHER, FATHER):
        answer(case.child, case.other, member(by))
    assert enrolled(case, case.policy, key="evt_a") == enrolled(case, case.other_policy, key="evt_b") == []
    deadline = clock_of(case, case.policy)
    assert comes_again(fall_due, as_attributes(key_of(deadline))) == []
    everyone = {(case.child, "child"), (case.mother, "guardian"), (case.other, "guardian")}
    assert readers(aws, "handover.announced") == everyone
    assert len(outbox_rows(aws, "handover.announced")) == len(everyone)
    for by in (MOTHER, FATHER, cpr):
        shown = family(case.child, member(by)).body
        assert (shown["invitedToGiveMandate"], shown["decidesAlone"]) == (True, False)
        assert [one["what"] for one in shown["history"]].count("announced") == 1


def test_what_happened_on_the_birthday_is_kept_for_the_child_and_the_parents(aws: dict[str, Any]) -> None:
    case = TwoEmployers(cpr=(cpr := cpr_of_age(15, birthday_in_days=1)))
    enrolled(case, case.policy, key="evt_a")
    turn_fifteen(case)
    assert readers(aws, "handover.completed") == set()
    assert comes_again(fall_due, as_attributes(key_of(clock_of(case, case.policy)))) == []
    assert readers(aws, "handover.completed") == {(case.child, "child"), (case.mother, "guardian")}
    for by in (MOTHER, cpr):
        assert family(case.child, member(by)).body["history"][-1]["what"] == "handed-over"


def turn_fifteen(case: TwoEmployers) -> None:
    """Moves the stored end of the child's clock to a minute ago; what is then due, no one has done yet."""
    deadlines, due_at = DynamoDeadlines(), datetime.now(UTC) - timedelta(minutes=1)
    before = deadlines.find(key_of(clock_of(case, case.policy)))
    assert before
    moments = tuple(replace(moment, due_at=due_at) for moment in before.deadline.moments)
    deadlines.change(before, replace(before.deadline, moments=moments), CLOCKS["coming-of-age"])


@pytest.mark.parametrize("years", [15, 30])
def test_who_decides_already_has_no_clock(aws: dict[str, Any], years: int) -> None:
    case = TwoEmployers(cpr=cpr_of_age(years))
    assert enrolled(case, case.policy) == []
    assert schedules_in(aws) == []
    assert outbox_rows(aws, "handover.announced") == []


def test_who_waited_to_be_confirmed_waits_no_more_once_the_child_has_taken_over() -> None:
    case = TwoEmployers(cpr=(cpr := cpr_of_age(15, birthday_in_days=1)))
    enrolled(case, case.policy, key="evt_a")
    assert len(tasks_in("underwriting", UNDERWRITER).body["items"]) == 1
    turn_fifteen(case)
    assert comes_again(fall_due, as_attributes(key_of(clock_of(case, case.policy)))) == []
    assert tasks_in("underwriting", UNDERWRITER).body["items"] == []
    assert family(case.child, member(STRANGER)).status == 404
    assert family(case.child, member(cpr)).body["proposed"] == []
