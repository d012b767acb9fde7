"""A deadline without a schedule: stored all the same, and found by the sweep (promise 8)."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any

import pytest

from helsebro.deadlines.clocks import CLOCKS
from helsebro.deadlines.deadline import Deadline
from helsebro.errors import Unavailable
from helsebro_aws.deadlines.due_deadlines import POINTERS_PER_PAGE, DueDeadlines
from helsebro_aws.deadlines.dynamo_deadlines import DynamoDeadlines, key_of
from helsebro_aws.deadlines.engine import DeadlineEngine
from helsebro_aws.deadlines.schedules import ScheduleInPast, ScheduleRefused
from helsebro_aws.dynamodb.keys import Key
from helsebro_aws.dynamodb.tables import Tables
from tests.builders.claims import outbox_rows
from tests.builders.domain.deadlines import LASTS, STARTED, moved, running
from tests.suite.log_lines import log_lines

pytestmark = pytest.mark.usefixtures("aws")
DEADLINE = running("assignment")
KEY = key_of(DEADLINE)
OVER = STARTED + LASTS + timedelta(minutes=1)


class Raising:
    """Scheduler that raises one fault a call, then none."""

    def __init__(self, *faults: Exception) -> None:
        self.faults, self.calls = list(faults), list[tuple[str, Key]]()

    def set(self, key: Key, at: datetime) -> None:
        assert at > STARTED
        self._call("set", key)

    def remove(self, key: Key) -> None:
        self._call("remove", key)

    def _call(self, name: str, key: Key) -> None:
        self.calls.append((name, key))
        if self.faults:
            raise self.faults.pop(0)


def engine(schedules: Raising, now: Any = lambda: STARTED) -> DeadlineEngine:
    return DeadlineEngine(schedules=schedules, now=now)


def started(schedules: Raising, now: Any = lambda: STARTED) -> None:
    new = Deadline("assignment", DEADLINE.subject_id, DEADLINE.case_id, "tryg")
    engine(schedules, now).change(new, _start)


def _start(before: Deadline) -> Deadline:
    return before.with_moment(DEADLINE.moments[0])


def _end(before: Deadline) -> Deadline:
    return before.with_moment(moved("end", STARTED + timedelta(hours=1)))


def stored() -> Deadline:
    found = DynamoDeadlines().find(KEY)
    assert found
    return found.deadline


def test_a_deadline_that_scheduler_does_not_take_is_stored_and_logged_without_an_id() -> None:
    with log_lines() as lines:
        started(Raising(Unavailable()))
    assert stored().moments == DEADLINE.moments
    [line] = [json.loads(line) for line in lines.getvalue().splitlines()]
    assert (line["message"], line["kind"]) == ("deadlines.unscheduled", "assignment")
    assert DEADLINE.subject_id not in lines.getvalue()


def test_the_sweep_wakes_a_deadline_that_never_got_a_schedule(aws: Any) -> None:
    started(Raising(Unavailable()))
    for _ in range(2):
        DueDeadlines(engine(Raising(), lambda: OVER)).run(lambda: True)
    assert len(outbox_rows(aws, "deadline.missed")) == 1


def test_the_same_event_again_sets_the_schedule_that_was_refused() -> None:
    started(Raising(Unavailable()))
    again = Raising()
    started(again)
    assert (again.calls, stored().revision) == ([("set", KEY)], 1)


def test_a_schedule_that_cannot_be_removed_does_not_keep_the_end_from_being_stored() -> None:
    started(Raising())
    refusing = Raising(Unavailable())
    engine(refusing, lambda: STARTED + timedelta(hours=2)).change(DEADLINE, _end)
    assert refusing.calls == [("remove", KEY)]
    assert [reached.milestone for reached in stored().milestones] == ["met"]


def test_an_instant_that_passes_before_its_schedule_is_made_is_handled_at_once(aws: Any) -> None:
    """The commit ends a moment before the deadline, the call of Scheduler comes a moment after it."""
    read = iter([STARTED, OVER])
    started(late := Raising(ScheduleInPast()), lambda: next(read))
    assert late.calls == 2 * [("set", KEY)]
    assert len(outbox_rows(aws, "deadline.missed")) == 1


def test_a_missing_right_is_no_fault_that_passes() -> None:
    with pytest.raises(ScheduleRefused):
        started(Raising(ScheduleRefused(reason="AccessDeniedException")))
    assert stored().moments == DEADLINE.moments


def test_a_sweep_goes_on_after_a_deadline_whose_schedule_is_refused(aws: Any) -> None:
    started(Raising())
    refusing = Raising(ScheduleRefused(reason="AccessDeniedException"))
    assert DueDeadlines(engine(refusing, lambda: OVER)).run(lambda: True) == (0, 1)
    assert len(outbox_rows(aws, "deadline.missed")) == 1


class CountingTables(Tables):
    """Counts its queries."""

    queries = 0

    def query(self, *given: Any, **named: Any) -> Any:
        self.queries += 1
        return super().query(*given, **named)


@pytest.mark.parametrize("waiting, queries", [(0, 1), (3, 1), (POINTERS_PER_PAGE + 1, 2)])
def test_a_sweep_reads_a_page_of_what_is_due_with_one_query(waiting: int, queries: int) -> None:
    for place in range(waiting):
        due = running("assignment", subject_id=f"clm_{place}")
        DynamoDeadlines().change(None, due, CLOCKS[due.kind])
    tables = CountingTables()
    late = DeadlineEngine(DynamoDeadlines(tables), Raising(), now=lambda: OVER)
    assert DueDeadlines(late).run(lambda: True) == (waiting, 0)
    assert tables.queries == queries
