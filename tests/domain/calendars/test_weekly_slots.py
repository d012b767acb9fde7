from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest

from helsebro.calendars.weekly_slots import WeeklySlots, same_time
from helsebro.local_day import zone

SPRING, AUTUMN = date(2027, 3, 28), date(2027, 10, 31)


def weekly(**changes: Any) -> WeeklySlots:
    base: dict[str, Any] = {
        "key_prefix": "mo",
        "weekday": "monday",
        "at": time(9),
        "minutes": 45,
        "service": "first",
        "first": date(2027, 1, 1),
        "last": date(2027, 1, 31),
    }
    return WeeklySlots(**base | changes)


def test_they_are_every_such_weekday_from_the_first_to_the_last_day() -> None:
    mondays = [date(2027, 1, day) for day in (4, 11, 18, 25)]
    assert list(weekly().starts(UTC)) == mondays
    assert weekly().count == 4
    assert weekly(first=mondays[0], last=mondays[3]).count == 4
    assert weekly(first=mondays[0], last=mondays[0]).count == 1
    assert weekly(first=date(2027, 1, 5), last=date(2027, 1, 10)).count == 0


@pytest.mark.parametrize("country", ["DK", "NO"])
def test_the_hour_stays_on_the_clock_when_summer_time_begins(country: str) -> None:
    starts = weekly(first=date(2027, 3, 22), last=date(2027, 4, 4)).starts(zone(country))
    assert [at and at.hour for at in starts.values()] == [8, 7]


@pytest.mark.parametrize("minute", [0, 30])
def test_the_hour_that_the_clock_skips_has_no_start(minute: int) -> None:
    nights = weekly(weekday="sunday", at=time(2, minute), first=SPRING, last=SPRING + timedelta(days=7))
    starts = nights.starts(zone("DK"))
    assert starts[SPRING] is None
    assert starts[SPRING + timedelta(days=7)] == datetime(2027, 4, 4, 0, minute, tzinfo=UTC)


@pytest.mark.parametrize(("at", "hour"), [(time(1, 59), 0), (time(3), 1)])
def test_the_hours_around_it_have_one(at: time, hour: int) -> None:
    start = weekly(weekday="sunday", at=at, first=SPRING, last=SPRING).starts(zone("DK"))[SPRING]
    assert start
    assert start.hour == hour


def test_of_an_hour_that_comes_twice_it_is_the_first() -> None:
    night = weekly(weekday="sunday", at=time(2, 30), first=AUTUMN, last=AUTUMN)
    assert night.starts(zone("DK")) == {AUTUMN: datetime(2027, 10, 31, 0, 30, tzinfo=UTC)}


def test_the_key_of_a_day_ends_with_it() -> None:
    assert weekly().key(SPRING) == "mo-2027-03-28"


@pytest.mark.parametrize(
    ("first", "hours"),
    [
        (datetime(2027, 3, 14, 8, tzinfo=UTC), [8, 8, 7, 7]),
        (datetime(2027, 10, 17, 7, tzinfo=UTC), [7, 7, 8, 8]),
    ],
)
def test_the_same_time_of_the_week_stays_on_the_clock_when_it_changes(
    first: datetime, hours: list[int]
) -> None:
    starts = same_time(first, 4, zone("DK"))
    assert [at.hour for at in starts] == hours
    assert {at.astimezone(zone("DK")).time() for at in starts} == {time(9)}
    days = [at.date() for at in starts]
    assert days == [first.date() + timedelta(days=7 * week) for week in range(4)]


def test_the_same_time_leaves_out_the_week_whose_hour_the_clock_skips() -> None:
    """The first night begins at 02:30 local time."""
    starts = same_time(datetime(2027, 3, 21, 1, 30, tzinfo=UTC), 3, zone("DK"))
    assert [at.date() for at in starts] == [date(2027, 3, 21), date(2027, 4, 4)]
