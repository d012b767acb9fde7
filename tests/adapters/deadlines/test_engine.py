"""One commit for each change of a deadline, and a schedule for what comes next (promise 8)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from helsebro.deadlines.clocks import CLOCKS
from helsebro.deadlines.deadline import AN_INSTANT, Deadline
from helsebro.errors import Conflict, NotFound
from helsebro.events import Event
from helsebro_aws.deadlines.dynamo_deadlines import DynamoDeadlines, StoredDeadline, key_of
from helsebro_aws.deadlines.engine import DeadlineEngine
from helsebro_aws.dynamodb.keys import Key
from tests.builders.claims import outbox_rows
from tests.builders.domain.deadlines import LASTS, STARTED, moved, running
from tests.builders.kept_deadlines import KeptDeadlines, pointers, stored

pytestmark = pytest.mark.usefixtures("aws")
DUE, DAY, HOUR = STARTED + LASTS, timedelta(days=1), timedelta(hours=1)


def milestones(deadline: Deadline) -> list[str]:
    return [reached.milestone for reached in stored(deadline).milestones]


def test_a_clock_that_starts_has_a_pointer_and_a_schedule_for_its_warning() -> None:
    kept = KeptDeadlines()
    started = kept.start("assignment")
    warned_at = DUE - timedelta(days=3)
    assert kept.at(started) == warned_at
    [pointer] = pointers()
    assert (pointer["deadlinePk"], pointer["deadlineSk"]) == key_of(started)
    assert pointer["sk"].startswith(warned_at.strftime("%Y-%m-%dT%H:%M:%SZ#"))


def test_each_milestone_has_one_event_and_moves_the_schedule_to_the_next(aws: Any) -> None:
    kept = KeptDeadlines()
    started = kept.start("assignment")
    expected = [("warned", DUE - timedelta(days=3), DUE), ("missed", DUE, DUE + timedelta(days=2))]
    for milestone, at, following in expected:
        kept.wake(started, at - AN_INSTANT)
        assert outbox_rows(aws, f"deadline.{milestone}") == []
        for _ in range(3):
            kept.wake(started, at)
        assert len(outbox_rows(aws, f"deadline.{milestone}")) == 1
        assert kept.at(started) == following
    kept.wake(started, DUE + timedelta(days=2))
    assert kept.at(started) is None
    assert pointers() == []
    assert milestones(started) == ["warned", "missed", "escalated"]


def test_the_event_of_a_milestone_holds_ids_and_when_it_was_due(aws: Any) -> None:
    kept = KeptDeadlines()
    started = kept.start("contact", subject_id="gar_a")
    kept.wake(started, DUE + HOUR)
    [row] = outbox_rows(aws, "deadline.missed")
    data = {name: value["S"] for name, value in row["data"]["M"].items()}
    assert data == {
        "kind": "contact",
        "queue": "network",
        "guaranteeId": "gar_a",
        "claimId": started.case_id,
        "dueAt": "2026-11-30T09:00:00Z",
    }
    assert row["payer"]["S"] == "tryg"


def test_a_deadline_of_a_policy_names_the_policy(aws: Any) -> None:
    kept = KeptDeadlines()
    started = kept.start("premium-reminder", subject_id="pol_a", case_id="pol_a")
    kept.wake(started, DUE)
    [row] = outbox_rows(aws, "deadline.reached")
    assert row["data"]["M"]["policyId"]["S"] == "pol_a"


def test_a_clock_that_is_met_makes_no_event_and_needs_no_schedule_any_more(aws: Any) -> None:
    kept = KeptDeadlines()
    started = kept.start("assignment")
    kept.move(started, moved("end", STARTED + DAY))
    assert (milestones(started), pointers(), kept.at(started)) == (["met"], [], None)
    assert aws["dynamodb"].scan(TableName="outbox")["Items"] == []


def test_a_paused_clock_has_no_pointer_and_no_schedule_until_it_goes_on() -> None:
    kept = KeptDeadlines()
    started = kept.start("first-answer")
    kept.move(started, moved("pause", STARTED + DAY))
    assert (pointers(), kept.at(started)) == ([], None)
    kept.move(started, moved("resume", STARTED + 3 * DAY))
    assert kept.at(started) == DUE + 2 * DAY - 4 * HOUR
    assert len(pointers()) == 1


def test_a_change_that_comes_again_stores_nothing_and_sets_a_lost_schedule() -> None:
    kept = KeptDeadlines()
    started = kept.start()
    before = stored(started)
    kept.schedules.at.clear()
    kept.start()
    assert stored(started) == before
    assert kept.at(started)


def test_a_clock_that_starts_after_it_was_due_is_missed_at_once(aws: Any) -> None:
    kept = KeptDeadlines()
    kept.time = DUE + HOUR
    started = kept.start("assignment")
    # No warning any more, no schedule in the past; what is left is the escalation.
    assert milestones(started) == ["warned", "missed"]
    assert outbox_rows(aws, "deadline.warned") == []
    assert len(outbox_rows(aws, "deadline.missed")) == 1
    assert kept.at(started) == DUE + timedelta(days=2)


def test_a_lost_schedule_is_made_up_by_the_next_wake(aws: Any) -> None:
    kept = KeptDeadlines()
    started = kept.start("assignment")
    kept.wake(started, DUE + 30 * DAY)
    assert milestones(started) == ["warned", "missed", "escalated"]
    assert [len(outbox_rows(aws, f"deadline.{kind}")) for kind in ("warned", "missed", "escalated")] == [
        0,
        1,
        1,
    ]


def test_a_breach_and_what_it_stores_are_one_commit(aws: Any) -> None:
    def noted(deadline: Deadline, _: object, milestone: str, now: datetime) -> Any:
        return [], [Event("noted", now, deadline.payer, {"about": f"{milestone} {deadline.subject_id}"})]

    kept = KeptDeadlines(breaches={"remind-clinic": noted, "open-task": noted})
    started = kept.start("contact", subject_id="gar_a")
    for at in (DUE - 8 * HOUR, DUE + HOUR, DUE + HOUR, DUE + 30 * DAY):
        kept.wake(started, at)
    about = {row["data"]["M"]["about"]["S"] for row in outbox_rows(aws, "noted")}
    assert about == {"warned gar_a", "missed gar_a"}


def test_a_breach_that_fails_leaves_the_deadline_as_it_was(aws: Any) -> None:
    def fails(*_: object) -> Any:
        raise Conflict()

    kept = KeptDeadlines(breaches={"open-task": fails})
    started = kept.start("assignment")
    before = stored(started)
    with pytest.raises(Conflict):
        kept.wake(started, DUE + HOUR)
    assert stored(started) == before
    assert outbox_rows(aws, "deadline.missed") == []


class Interrupted(DynamoDeadlines):
    """Lets another writer act once between a read and the commit that follows it."""

    other: Callable[[], None] | None = None

    def find(self, key: Key) -> StoredDeadline | None:
        found, other, self.other = super().find(key), self.other, None
        if other:
            other()
        return found


def test_two_wakes_at_once_miss_a_deadline_once(aws: Any) -> None:
    deadlines = Interrupted()
    kept = KeptDeadlines(deadlines=deadlines)
    started = kept.start("assignment")
    deadlines.other = lambda: None if kept.wake(started, DUE) else pytest.fail("it is stored")
    kept.wake(started, DUE)
    assert len(outbox_rows(aws, "deadline.missed")) == 1


def test_an_event_during_a_wake_is_not_lost() -> None:
    deadlines = Interrupted()
    kept = KeptDeadlines(deadlines=deadlines)
    started = kept.start("assignment")
    deadlines.other = lambda: kept.move(started, moved("end", DUE - HOUR))
    kept.wake(started, DUE - HOUR)
    assert "met" in milestones(started)


def test_two_first_events_at_once_are_both_stored() -> None:
    deadlines = Interrupted()
    kept = KeptDeadlines(deadlines=deadlines)
    deadlines.other = lambda: kept.move(replace(running(), moments=()), moved("end", STARTED + DAY))
    kept.move(replace(running(), moments=()), running().moments[0])
    started = running()
    assert {moment.effect for moment in stored(started).moments} == {"start", "end"}


def test_a_key_without_a_deadline_is_reported_and_an_unknown_kind_refused() -> None:
    kept = KeptDeadlines()
    assert kept.wake(running("assignment"), DUE) is False
    with pytest.raises(NotFound):
        kept.start("no-such-clock")
    removed = {kind: row for kind, row in CLOCKS.items() if kind != "assignment"}
    started = kept.start("assignment")
    with pytest.raises(NotFound):
        DeadlineEngine(rows=removed).wake(key_of(started))


def test_a_change_that_moves_nothing_stores_nothing() -> None:
    kept = KeptDeadlines()
    new = replace(running(), moments=())
    kept.engine.change(new, lambda before: before)
    assert DynamoDeadlines().find(key_of(new)) is None
