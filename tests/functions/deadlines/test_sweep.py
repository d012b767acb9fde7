from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from functions.deadlines.sweep.handler import TIME_TO_STOP, handler

from helsebro_aws.deadlines.awaited import AWAITED, AwaitedEvent
from helsebro_aws.deadlines.dynamo_deadlines import key_of
from helsebro_aws.dynamodb.tables import Delete, tables
from tests.builders.claims import outbox_rows
from tests.builders.events.waiting import waiting
from tests.builders.waking import (
    A_MINUTE,
    ESCALATES,
    WARNS,
    counts_in,
    deadline_due_in,
    milestones,
    pointers_in,
    scheduled,
    schedules_in,
)

pytestmark = pytest.mark.usefixtures("aws")
SAMPLE = json.loads(Path("events/incoming/deadlines/sweep.json").read_text())
AN_HOUR_AGO = datetime.now(UTC) - timedelta(hours=1)


class Ending:
    """The context of a call with a number of milliseconds left."""

    def __init__(self, milliseconds: int) -> None:
        self.milliseconds = milliseconds

    def get_remaining_time_in_millis(self) -> int:
        return self.milliseconds


@pytest.mark.parametrize("kind", AWAITED, ids=lambda kind: kind.event_type)
def test_a_run_sends_what_is_late_once_and_the_next_run_nothing(kind: AwaitedEvent) -> None:
    waiting(kind.event_type, AN_HOUR_AGO - kind.within, table=kind.table)
    nothing = {**{kind.event_type: 0 for kind in AWAITED}, "deadlines": 0}
    assert [handler(SAMPLE, None) for _ in range(2)] == [{**nothing, kind.event_type: 1}, nothing]


@pytest.mark.parametrize("milliseconds, sent", [(TIME_TO_STOP, 0), (TIME_TO_STOP + 1, 1)])
def test_shortly_before_the_timeout_nothing_more_is_read(milliseconds: int, sent: int) -> None:
    waiting("document.saved", AN_HOUR_AGO)
    assert handler(SAMPLE, Ending(milliseconds))["document.saved"] == sent


def test_a_deadline_whose_schedule_was_lost_is_woken_once(aws: Any) -> None:
    """Promise 8: the schedule that is late then changes nothing more, and the next one is set."""
    missed, warned, waits = (deadline_due_in(span, subject_id=f"clm_{name}") for name, span in LOST.items())
    assert [handler(SAMPLE, None)["deadlines"] for _ in range(2)] == [2, 0]
    assert [milestones(deadline)[-1:] for deadline in (missed, warned, waits)] == [["missed"], ["warned"], []]
    assert [len(outbox_rows(aws, f"deadline.{kind}")) for kind in ("missed", "warned")] == [1, 1]
    assert (len(schedules_in(aws)), len(counts_in(aws)), len(pointers_in(aws))) == (2, 1, 3)


LOST = {"missed": -A_MINUTE, "warned": WARNS - A_MINUTE, "waits": WARNS + timedelta(days=1)}


def test_a_deadline_that_nothing_more_happens_to_loses_its_schedule(aws: Any) -> None:
    over, waits = deadline_due_in(-ESCALATES - A_MINUTE), deadline_due_in(-A_MINUTE, subject_id="clm_waits")
    scheduled(over)
    scheduled(waits)
    assert handler(SAMPLE, None)["deadlines"] == 2
    assert (len(schedules_in(aws)), len(pointers_in(aws))) == (1, 1)


def test_a_pointer_without_a_deadline_is_removed(aws: Any) -> None:
    gone = deadline_due_in(-A_MINUTE)
    tables.commit([Delete("cases", *key_of(gone), when=None)])
    assert handler(SAMPLE, None)["deadlines"] == 1
    assert pointers_in(aws) == []
