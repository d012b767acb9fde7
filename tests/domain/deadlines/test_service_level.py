from __future__ import annotations

from datetime import timedelta

import pytest

from helsebro.deadlines.clocks import CLOCKS
from helsebro.deadlines.durations import bucket_of, duration_in
from helsebro.deadlines.service_level import TARGETS, KindLevel, ServiceLevel, report, total
from helsebro.quality.iso_week import IsoWeek

FIRST, LAST = IsoWeek(2026, 47), IsoWeek(2026, 49)


@pytest.mark.parametrize(
    "within, missed, percent",
    [(0, 0, None), (1, 0, 100.0), (0, 1, 0.0), (2, 1, 66.6), (9796, 204, 97.9), (98, 2, 98.0)],
)
def test_the_percent_is_rounded_down(within: int, missed: int, percent: float | None) -> None:
    assert ServiceLevel(within, missed).percent == percent


def test_a_promise_that_is_missed_and_not_answered_has_no_duration() -> None:
    level = ServiceLevel(within=0, missed=1)
    assert (level.count, level.answered, level.median, level.percentile_95) == (1, 0, None, None)


def test_weeks_add_up_to_a_total() -> None:
    short, long = bucket_of(timedelta(hours=1)), bucket_of(timedelta(hours=20))
    whole = total([ServiceLevel(9, 1, {short: 10}), ServiceLevel(10, 0, {short: 5, long: 5})])
    assert (whole.within, whole.missed, whole.took) == (19, 1, {short: 15, long: 5})
    assert whole.median == duration_in(short)
    assert whole.percentile_95 == duration_in(long)


def test_a_kind_that_was_counted_has_a_row_for_every_week() -> None:
    found = [KindLevel("claims", "refund", ServiceLevel(3, 1), IsoWeek(2026, 48))]
    made = report("tryg", FIRST, LAST, found)
    assert [(row.week and row.week.name, row.level.count) for row in made.rows] == [
        ("2026-W47", 0),
        ("2026-W48", 4),
        ("2026-W49", 0),
    ]
    assert [(row.kind, row.week, row.level.percent) for row in made.totals] == [("refund", None, 75.0)]


def test_a_kind_that_was_never_counted_has_no_row() -> None:
    made = report("tryg", FIRST, LAST, [])
    assert (list(made.rows), list(made.totals)) == ([], [])


def test_only_a_clock_that_is_counted_has_a_target() -> None:
    assert {kind: bool(CLOCKS[kind].counts) for kind in TARGETS} == dict.fromkeys(TARGETS, True)
    assert TARGETS["first-answer"] == 98
