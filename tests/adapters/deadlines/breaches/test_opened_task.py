"""A missed deadline opens one task for the staff (F1-10, F1-16, F3-14)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from helsebro.deadlines.clocks import CLOCKS
from helsebro.deadlines.deadline import Deadline, Moment
from helsebro.tasks.missed_deadline import MissedDeadline
from helsebro.tasks.task import Task
from helsebro_aws.deadlines.breaches.opened_task import TASK_QUEUES
from helsebro_aws.deadlines.dynamo_deadlines import DynamoDeadlines, key_of
from helsebro_aws.deadlines.engine import DeadlineEngine
from helsebro_aws.tasks.dynamo_tasks import DynamoTasks
from tests.builders.claims import outbox_rows
from tests.builders.domain.claims import CLAIM_ID
from tests.builders.domain.deadlines import LASTS, STARTED, moved, running

pytestmark = pytest.mark.usefixtures("aws")
DUE = STARTED + LASTS
DAY = timedelta(days=1)
OPENERS = sorted(row.kind for row in CLOCKS.values() if "open-task" in row.on_breach)


def stored(deadline: Deadline) -> Deadline:
    DynamoDeadlines().change(None, deadline, CLOCKS[deadline.kind])
    return deadline


def woken(deadline: Deadline, after: timedelta = DAY) -> None:
    """Does what is due for the deadline, this long after it was due."""
    DeadlineEngine(now=lambda: DUE + after).wake(key_of(deadline))


def tasks(queue: str = "claims") -> list[Task]:
    found, _ = DynamoTasks().open_in("tryg", queue, 50, None)
    return list(found)


@pytest.mark.parametrize("kind", OPENERS)
def test_a_missed_clock_opens_a_task_that_names_it(kind: str, aws: Any) -> None:
    woken(stored(running(kind, subject_id="gar_a")))
    [task] = tasks(TASK_QUEUES[CLOCKS[kind].queue])
    assert (task.reason, task.claim_id, task.proposal) == ("deadline-missed", CLAIM_ID, None)
    assert task.deadline == MissedDeadline(kind, "gar_a", DUE)
    assert (task.opened_at, task.due_at) == (DUE + DAY, DUE + 2 * DAY)
    [opened] = outbox_rows(aws, "task.opened")
    assert opened["data"]["M"]["taskId"]["S"] == task.task_id


def test_a_missed_run_has_one_task_however_often_it_is_tried(aws: Any) -> None:
    missed = stored(running("assignment"))
    for hours in (1, 2, 2, 100):
        woken(missed, timedelta(hours=hours))
    assert len(tasks()) == 1
    assert len(outbox_rows(aws, "task.opened")) == 1


def test_the_next_run_of_a_clock_that_is_missed_has_a_task_of_its_own() -> None:
    missed = stored(running("assignment"))
    woken(missed)
    again = DUE + 20 * DAY
    moments = (moved("end", DUE + 10 * DAY), moved("start", again, again + LASTS))

    def second_run(deadline: Deadline) -> Deadline:
        for moment in moments:
            deadline = deadline.with_moment(moment)
        return deadline

    DeadlineEngine(now=lambda: again + LASTS + DAY).change(missed, second_run)
    assert len(tasks()) == 2


@pytest.mark.parametrize("moment", [moved("end", DUE - DAY), moved("cancel", DUE - DAY)])
def test_a_clock_that_ended_in_time_opens_none(moment: Moment) -> None:
    woken(stored(running("contact", moment)))
    assert tasks() == []


def test_a_clock_without_a_handler_opens_none(aws: Any) -> None:
    woken(stored(running("document-reply")))
    assert (tasks(), len(outbox_rows(aws, "deadline.missed"))) == ([], 1)


@pytest.mark.parametrize("kind", OPENERS)
def test_every_clock_that_opens_a_task_belongs_to_a_claim_and_a_queue_with_tasks(kind: str) -> None:
    row = CLOCKS[kind]
    assert row.queue in TASK_QUEUES
    assert row.subject in ("claimId", "guaranteeId", "bookingId")
