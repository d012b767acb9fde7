"""What is free are the sessions of the working times that meet nothing busy."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from helsebro.calendars.publication import MOST_IN_ALL
from helsebro.calendars.subscriptions.busy_time import BusyTime
from helsebro.calendars.subscriptions.working_time import (
    AHEAD,
    FreeTimes,
    WorkingTime,
    free_times,
    working_faults,
)
from helsebro.calendars.weekly_slots import WEEKDAYS

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
SUNDAY = datetime(2026, 11, 29, 18, tzinfo=UTC)


def monday(opens: str = "09:00", closes: str = "12:00", **changes: Any) -> WorkingTime:
    given: dict[str, Any] = {"weekday": "monday", "minutes": 60, "service": "follow-up"}
    return WorkingTime(opens=opens, closes=closes, **given | changes)


def found(*working: WorkingTime, busy: tuple[BusyTime, ...] = (), at: datetime = SUNDAY) -> FreeTimes:
    return free_times(working, busy, COPENHAGEN, at)


def starts(free: FreeTimes, day: str) -> list[str]:
    return [f"{each.starts_at:%H:%M}" for each in free.times if f"{each.starts_at:%Y-%m-%d}" == day]


def busy(start: str, end: str) -> BusyTime:
    return BusyTime(datetime.fromisoformat(start), datetime.fromisoformat(end))


def test_the_sessions_of_six_weeks_are_free() -> None:
    free = found(monday())

    assert starts(free, "2026-11-30") == ["08:00", "09:00", "10:00"]
    assert len(free.times) == 18
    assert (free.begins, free.ends) == (SUNDAY, SUNDAY + AHEAD)
    assert free.times[0].key == "calendar-20261130T0800Z"


def test_a_session_that_does_not_fit_before_the_end_is_none() -> None:
    assert starts(found(monday(closes="10:30")), "2026-11-30") == ["08:00"]


@pytest.mark.parametrize(
    ("start", "end", "left"),
    [
        ("2026-11-30T08:30Z", "2026-11-30T08:45Z", ["09:00", "10:00"]),
        ("2026-11-30T08:59Z", "2026-11-30T09:01Z", ["10:00"]),
        ("2026-11-30T09:00Z", "2026-11-30T10:00Z", ["08:00", "10:00"]),
        ("2026-11-29T23:00Z", "2026-11-30T23:00Z", []),
        ("2026-11-30T07:00Z", "2026-11-30T08:00Z", ["08:00", "09:00", "10:00"]),
        ("2026-11-30T11:00Z", "2026-11-30T12:00Z", ["08:00", "09:00", "10:00"]),
    ],
)
def test_a_session_that_meets_something_busy_is_not_free(start: str, end: str, left: list[str]) -> None:
    assert starts(found(monday(), busy=(busy(start, end),)), "2026-11-30") == left


def test_a_session_that_has_begun_is_not_free() -> None:
    free = found(monday(), at=datetime(2026, 11, 30, 9, tzinfo=UTC))
    assert starts(free, "2026-11-30") == ["10:00"]


def test_the_hour_is_that_of_the_local_clock_on_both_sides_of_a_change() -> None:
    free = found(monday(), at=datetime(2027, 3, 20, tzinfo=UTC))
    assert starts(free, "2027-03-22")[0] == "08:00"
    assert starts(free, "2027-03-29")[0] == "07:00"


def test_the_night_in_which_the_clock_skips_an_hour_has_fewer_sessions_and_none_meet() -> None:
    night = WorkingTime("sunday", "01:00", "05:00", 45, "first")
    free = found(night, at=datetime(2027, 3, 27, tzinfo=UTC))
    first = [each for each in free.times if each.starts_at.date().isoformat() == "2027-03-28"]

    assert [f"{each.starts_at:%H:%M}" for each in first] == ["00:00", "00:45", "02:00"]
    assert all(one.ends_at <= other.starts_at for one, other in pairwise(first))


def test_more_sessions_than_a_message_publishes_end_the_span_earlier() -> None:
    every_day = [WorkingTime(weekday, "08:00", "18:00", 30, "follow-up") for weekday in WEEKDAYS]
    free = found(*every_day)

    assert len(free.times) == MOST_IN_ALL
    assert free.times[-1].starts_at < free.ends < SUNDAY + AHEAD
    assert free.ends - free.times[-1].starts_at <= timedelta(days=1)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([("monday", "09:00", "12:00", 60), ("monday", "12:00", "13:00", 60)], []),
        ([("monday", "09:00", "12:00", 60), ("tuesday", "09:00", "12:00", 60)], []),
        ([("monday", "09:00", "09:30", 60)], [("/times/0/closes", "working-time-too-short")]),
        ([("monday", "12:00", "09:00", 60)], [("/times/0/closes", "working-time-too-short")]),
        (
            [("monday", "09:00", "12:00", 60), ("monday", "11:30", "13:00", 60)],
            [("/times/1/opens", "working-times-overlap")],
        ),
        ([("monday", "x", "09:30", 60), ("monday", 7, None, "x")], []),
    ],
)
def test_every_row_of_working_times_that_cannot_be_is_named(
    rows: list[tuple[object, object, object, object]], expected: list[tuple[str, str]]
) -> None:
    assert [(fault.pointer, fault.code) for fault in working_faults(rows)] == expected
