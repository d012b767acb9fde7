"""When a clock is due: over both changes of the clocks, weekends, and the holidays of Denmark and Norway."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as some

from helsebro.deadlines.clocks import CLOCKS
from helsebro.deadlines.deadline import in_time
from helsebro.deadlines.length import (
    AsStored,
    Days,
    DayTime,
    DueMissing,
    Hours,
    HoursOrNextWorkingDay,
    Length,
    WorkingDays,
)
from helsebro.work_calendar import CalendarPeriod, UnknownYear, WorkCalendar

ZONES = {"DK": ZoneInfo("Europe/Copenhagen"), "NO": ZoneInfo("Europe/Oslo")}


def local(text: str, country: str = "DK", fold: int = 0) -> datetime:
    """Returns the instant of a local time: ``2026-03-28 12:00``."""
    return datetime.fromisoformat(text).replace(tzinfo=ZONES[country], fold=fold).astimezone(UTC)


@pytest.mark.parametrize("country", ["DK", "NO"])
@pytest.mark.parametrize(
    "length, start, due",
    [
        # Hours are real time: the local hour moves with the clocks.
        (Hours(24), "2026-03-28 12:00", "2026-03-29 13:00"),
        (Hours(24), "2026-10-24 12:00", "2026-10-25 11:00"),
        (Hours(2), "2026-03-29 01:30", "2026-03-29 04:30"),
        (Hours(2), "2026-10-25 01:30", "2026-10-25 02:30+1"),
        (Hours(24), "2026-06-01 12:00", "2026-06-02 12:00"),
        # Days end at the local midnight, however long the day was.
        (Days(1), "2026-03-28 12:00", "2026-03-30 00:00"),
        (Days(1), "2026-10-24 12:00", "2026-10-26 00:00"),
        (Days(14), "2026-03-20 23:59", "2026-04-04 00:00"),
        (Days(14), "2026-03-21 00:00", "2026-04-05 00:00"),
        (Days(0), "2026-10-25 00:30", "2026-10-26 00:00"),
        # Friday to Monday over the night of the change.
        (WorkingDays(1), "2026-03-27 12:00", "2026-03-31 00:00"),
        (WorkingDays(1), "2026-10-23 12:00", "2026-10-27 00:00"),
        # Easter 2026: Maundy Thursday is 2 April, Easter Monday the 6th.
        (WorkingDays(1), "2026-04-01 12:00", "2026-04-08 00:00"),
        (WorkingDays(10), "2026-03-27 12:00", "2026-04-16 00:00"),
        (WorkingDays(1), "2026-05-13 12:00", "2026-05-16 00:00"),
        (WorkingDays(1), "2026-05-22 12:00", "2026-05-27 00:00"),
        (WorkingDays(7), "2026-12-18 12:00", "2026-12-31 00:00"),
        (WorkingDays(1), "2026-12-31 23:59", "2027-01-05 00:00"),
        (WorkingDays(0), "2026-04-03 12:00", "2026-04-04 00:00"),
        (HoursOrNextWorkingDay(24), "2026-06-01 12:00", "2026-06-02 12:00"),
        (HoursOrNextWorkingDay(24), "2026-06-05 12:00", "2026-06-08 23:59:59"),
        (HoursOrNextWorkingDay(24), "2026-03-27 12:00", "2026-03-30 23:59:59"),
        (HoursOrNextWorkingDay(24), "2026-04-01 12:00", "2026-04-07 23:59:59"),
        (HoursOrNextWorkingDay(24), "2026-04-05 12:00", "2026-04-07 23:59:59"),
        (HoursOrNextWorkingDay(24), "2026-03-29 23:30", "2026-03-30 23:30"),
        # The evening before: 24 hours later it is already the day after the change.
        (HoursOrNextWorkingDay(24), "2026-10-25 23:30", "2026-10-26 23:30"),
        (DayTime(3, time(10)), "2026-03-27 12:00", "2026-03-30 10:00"),
        (DayTime(10, time(10)), "2026-10-20 23:59", "2026-10-30 10:00"),
        # A local time that the change leaves out is the same instant as an hour later.
        (DayTime(1, time(2, 30)), "2026-03-28 12:00", "2026-03-29 03:30"),
        (DayTime(1, time(2, 30)), "2026-10-24 12:00", "2026-10-25 02:30"),
    ],
)
def test_a_clock_is_due_when_people_there_would_say_so(
    length: Length, start: str, due: str, country: str
) -> None:
    text, _, fold = due.partition("+")
    expected = local(text, country, int(fold or 0))
    assert length.due(local(start, country), WorkCalendar(country)) == expected


@pytest.mark.parametrize(
    "country, length, start, due",
    [
        # 1 and 17 May are holidays in Norway only.
        ("DK", WorkingDays(1), "2026-04-30 12:00", "2026-05-02 00:00"),
        ("NO", WorkingDays(1), "2026-04-30 12:00", "2026-05-05 00:00"),
        ("DK", HoursOrNextWorkingDay(24), "2026-04-30 12:00", "2026-05-01 12:00"),
        ("NO", HoursOrNextWorkingDay(24), "2026-04-30 12:00", "2026-05-04 23:59:59"),
        ("DK", WorkingDays(1), "2028-05-16 12:00", "2028-05-18 00:00"),
        ("NO", WorkingDays(1), "2028-05-16 12:00", "2028-05-19 00:00"),
    ],
)
def test_each_country_has_its_own_holidays(country: str, length: Length, start: str, due: str) -> None:
    assert length.due(local(start, country), WorkCalendar(country)) == local(due, country)


@pytest.mark.parametrize(
    "since, until, due",
    [
        (date(2026, 1, 1), None, "2026-05-05 00:00"),
        (date(2026, 5, 1), date(2026, 5, 1), "2026-05-05 00:00"),
        (date(2026, 5, 2), None, "2026-05-02 00:00"),
        (date(2026, 1, 1), date(2026, 4, 30), "2026-05-02 00:00"),
    ],
)
def test_a_payer_that_changes_its_calendar_counts_each_day_by_the_one_of_that_day(
    since: date, until: date | None, due: str
) -> None:
    calendar = WorkCalendar("DK", (CalendarPeriod("NO", since, until),))
    assert WorkingDays(1).due(local("2026-04-30 12:00"), calendar) == local(due)


@pytest.mark.parametrize(
    "start, at, is_in_time",
    [
        # F1-10, Q14: 24 hours to their last second, or the whole of the next working day.
        ("2026-06-02 12:00", "2026-06-03 12:00", True),
        ("2026-06-02 12:00", "2026-06-03 12:00:01", False),
        ("2026-06-05 12:00", "2026-06-08 23:59", True),
        ("2026-06-05 12:00", "2026-06-09 00:00", False),
        ("2026-06-02 00:00", "2026-06-03 00:00", True),
    ],
)
def test_a_clinic_has_all_of_the_next_working_day_and_not_the_midnight_after_it(
    start: str, at: str, is_in_time: bool
) -> None:
    row = CLOCKS["contact"]
    due_at = row.length.due(local(start), WorkCalendar("DK"))
    assert in_time(row, local(at), due_at) is is_in_time
    assert in_time(row, local(at) - timedelta(milliseconds=1), due_at)


@pytest.mark.parametrize("length", [WorkingDays(1), HoursOrNextWorkingDay(24)])
def test_days_outside_the_table_of_holidays_are_a_clear_error(length: Length) -> None:
    with pytest.raises(UnknownYear, match="2076"):
        length.due(local("2075-12-31 23:30"), WorkCalendar("DK"))


def test_a_clock_until_a_stored_instant_needs_one() -> None:
    with pytest.raises(DueMissing):
        AsStored().due(local("2026-06-01 12:00"), WorkCalendar())


STARTS = some.datetimes(datetime(2001, 1, 1), datetime(2070, 1, 1)).map(lambda at: at.replace(tzinfo=UTC))


@given(STARTS, some.sampled_from(["DK", "NO"]), some.integers(1, 30))
def test_days_end_at_a_local_midnight_after_their_start(start: datetime, country: str, count: int) -> None:
    for length in (Days(count), WorkingDays(count)):
        due = length.due(start, WorkCalendar(country)).astimezone(ZONES[country])
        assert due.time() == time()
        last = due.date() - timedelta(days=1)
        assert (last - start.astimezone(ZONES[country]).date()).days >= count
        if isinstance(length, WorkingDays):
            assert last.weekday() < 5
