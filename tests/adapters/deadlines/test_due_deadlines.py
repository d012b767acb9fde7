"""The sweep finds what a lost schedule did not wake, and one faulty deadline does not stop it (promise 8)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from helsebro.deadlines.clocks import CLOCKS
from helsebro.deadlines.deadline import Deadline
from helsebro_aws.deadlines.due_deadlines import DueDeadlines
from helsebro_aws.deadlines.dynamo_deadlines import DynamoDeadlines, key_of
from helsebro_aws.dynamodb.tables import Delete, Put, tables
from tests.builders.claims import outbox_rows
from tests.builders.domain.deadlines import LASTS, STARTED
from tests.builders.kept_deadlines import KeptDeadlines, pointers, stored

pytestmark = pytest.mark.usefixtures("aws")
DUE, DAY = STARTED + LASTS, timedelta(days=1)


def started(kept: KeptDeadlines, number: int) -> list[Deadline]:
    """Starts deadlines that are due a day after each other, the last one first."""
    return [
        kept.start("refund", subject_id=f"ref_{place:03}", due_at=DUE + place * DAY)
        for place in reversed(range(number))
    ]


def swept(kept: KeptDeadlines, **changes: Any) -> tuple[int, int]:
    return DueDeadlines(kept.engine, **changes).run(lambda: True)


def missed(aws: Any) -> list[str]:
    return sorted(row["data"]["M"]["refundId"]["S"] for row in outbox_rows(aws, "deadline.missed"))


def test_a_sweep_wakes_what_is_due_and_the_next_one_nothing(aws: Any) -> None:
    kept = KeptDeadlines()
    started(kept, 4)
    kept.schedules.at.clear()
    kept.time = DUE + DAY
    # Two are missed; the two after them are warned.
    assert [swept(kept), swept(kept)] == [(4, 0), (0, 0)]
    assert missed(aws) == ["ref_000", "ref_001"]
    assert len(outbox_rows(aws, "deadline.warned")) == 2
    assert len(kept.schedules.at) == 4


def test_nothing_that_is_not_due_is_read() -> None:
    kept = KeptDeadlines()
    started(kept, 3)
    assert swept(kept) == (0, 0)


def test_a_faulty_deadline_does_not_stop_the_others_and_is_tried_again(aws: Any) -> None:
    kept = KeptDeadlines()
    first = started(kept, 3)[-1]
    item = tables.get(tables.settings.cases_table, *key_of(first)) or {}
    tables.commit([Put(tables.settings.cases_table, {**item, "kind": "no-such-clock"}, when=None)])
    kept.time = DUE + 30 * DAY
    assert [swept(kept), swept(kept)] == [(2, 1), (0, 1)]
    assert missed(aws) == ["ref_001", "ref_002"]


def test_a_pointer_without_a_deadline_is_removed() -> None:
    kept = KeptDeadlines()
    [gone] = started(kept, 1)
    tables.commit([Delete(tables.settings.cases_table, *key_of(gone), when=None)])
    kept.time = DUE + 30 * DAY
    swept(kept)
    assert pointers() == []


def test_a_run_reads_a_bounded_number_of_pages_with_the_oldest_first(aws: Any) -> None:
    class OfTwo(DynamoDeadlines):
        """Reads pages of two pointers."""

        def due(self, until: Any, limit: int, cursor: str | None) -> Any:
            return super().due(until, min(limit, 2), cursor)

    kept = KeptDeadlines(
        deadlines=OfTwo(), rows={**CLOCKS, "refund": replace(CLOCKS["refund"], escalates=None)}
    )
    started(kept, 5)
    kept.time = DUE + 30 * DAY
    assert swept(kept, most_pages=1) == (2, 0)
    assert missed(aws) == ["ref_000", "ref_001"]
    assert swept(kept, most_pages=2) == (3, 0)


def test_a_run_without_time_leaves_everything_to_the_next() -> None:
    kept = KeptDeadlines()
    [left] = started(kept, 1)
    kept.time = DUE + 30 * DAY
    assert DueDeadlines(kept.engine).run(lambda: False) == (0, 0)
    assert stored(left).milestones == ()
