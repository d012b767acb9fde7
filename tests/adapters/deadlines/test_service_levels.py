from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from helsebro.deadlines.clock_row import ClockRow
from helsebro.deadlines.deadline import Deadline, Moment
from helsebro.deadlines.service_level import KindLevel
from helsebro.quality.iso_week import IsoWeek
from helsebro_aws.deadlines.insights.dynamo_service_levels import DynamoServiceLevels
from helsebro_aws.deadlines.service_levels import counted
from helsebro_aws.dynamodb.tables import tables
from tests.builders.domain.clocks import START, clock, deadline, moment

pytestmark = pytest.mark.usefixtures("aws")
WEEK, NEXT = IsoWeek(2026, 48), IsoWeek(2026, 49)
LATER = START + timedelta(days=20)


def changed(
    before: Deadline, *moments: Moment, at: datetime = LATER, row: ClockRow | None = None
) -> Deadline:
    """Stores what a change of a deadline counts, and returns the deadline as it is stored then."""
    after = before
    for each in moments:
        after = after.with_moment(each)
    after, operations = counted(before, after, row or clock(), at)
    if operations:
        tables.commit(operations)
    return after


def rows(payer: str = "tryg", first: IsoWeek = WEEK, last: IsoWeek = NEXT) -> list[KindLevel]:
    return list(DynamoServiceLevels().between(payer, first, last))


def sums(payer: str = "tryg") -> list[tuple[str, int, int, int]]:
    """Returns the week, what was kept, missed and answered of each row."""
    found = rows(payer)
    return [
        (row.week.name, row.level.within, row.level.missed, row.level.answered) for row in found if row.week
    ]


def test_two_answers_of_a_week_add_up() -> None:
    changed(deadline(), moment("start", 0), moment("end", 3))
    changed(deadline(), moment("start", 0), moment("end", 12))
    assert sums() == [("2026-W48", 1, 1, 2)]


def test_the_same_change_again_counts_nothing_more() -> None:
    once = changed(deadline(), moment("start", 0), moment("end", 3))
    twice = changed(once, moment("start", 0), moment("end", 3))
    assert twice == once
    assert counted(once, once, clock(), LATER) == (once, [])
    assert sums() == [("2026-W48", 1, 0, 1)]


def test_a_promise_that_was_missed_counts_once_and_its_late_answer_adds_a_duration() -> None:
    overdue = changed(deadline(), moment("start", 0), at=START + timedelta(hours=11))
    assert sums() == [("2026-W48", 0, 1, 0)]
    changed(overdue, moment("end", 24 * 6))
    assert sums() == [("2026-W48", 0, 1, 0), ("2026-W49", 0, 0, 1)]


def test_an_answer_in_time_that_is_reported_late_takes_the_miss_back() -> None:
    overdue = changed(deadline(), moment("start", 0), at=START + timedelta(hours=11))
    changed(overdue, moment("end", 9))
    assert sums() == [("2026-W48", 1, 0, 1)]


def test_a_change_that_counts_nothing_has_no_operation() -> None:
    before = deadline()
    after = before.with_moment(moment("start", 0))
    assert counted(before, after, clock(), START) == (after, [])


def test_the_counts_are_kept_by_payer_queue_kind_and_week() -> None:
    done = [moment("start", 0), moment("end", 3)]
    changed(deadline(), *done)
    changed(deadline(), *done, row=clock(kind="refund", queue="refunds"))
    changed(replace(deadline(), payer="other"), *done)
    assert [(row.queue, row.kind, row.level.within) for row in rows()] == [
        ("claims", "first-answer", 1),
        ("refunds", "refund", 1),
    ]
    assert [(row.queue, row.kind) for row in rows("other")] == [("claims", "first-answer")]
    assert [row.kind for row in DynamoServiceLevels().between("tryg", WEEK, WEEK, "refunds")] == ["refund"]


def test_a_payer_whose_name_begins_like_another_is_not_mixed_up_with_it() -> None:
    changed(replace(deadline(), payer="tryg-2"), moment("start", 0), moment("end", 3))
    assert rows("tryg") == []


@pytest.mark.parametrize(
    "first, last, found",
    [
        (WEEK, WEEK, True),
        (IsoWeek(2026, 1), WEEK, True),
        (WEEK, IsoWeek(2027, 9), True),
        (IsoWeek(2026, 40), IsoWeek(2026, 47), False),
        (NEXT, IsoWeek(2027, 1), False),
    ],
)
def test_only_the_weeks_that_are_asked_for_are_read(first: IsoWeek, last: IsoWeek, found: bool) -> None:
    changed(deadline(), moment("start", 0), moment("end", 3))
    assert bool(rows(first=first, last=last)) is found


def test_a_deadline_is_read_back_with_what_it_has_counted() -> None:
    from helsebro_aws.dynamodb.record import from_item, to_item

    done = changed(deadline(), moment("start", 0), moment("end", 3))
    assert done.counted
    assert from_item(Deadline, to_item(done)) == done
