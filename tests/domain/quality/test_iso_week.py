from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as some

from helsebro.quality.iso_week import IsoWeek, weeks, weeks_between

DAYS = some.dates(date(1900, 1, 1), date(2199, 12, 31))


@pytest.mark.parametrize(
    "day, name",
    [
        (date(2026, 11, 29), "2026-W48"),
        (date(2026, 11, 30), "2026-W49"),
        (date(2027, 1, 3), "2026-W53"),
        (date(2027, 1, 4), "2027-W01"),
        (date(2024, 12, 30), "2025-W01"),
    ],
)
def test_a_day_lies_in_its_iso_week(day: date, name: str) -> None:
    week = IsoWeek.of_day(day)
    assert week.name == name
    assert IsoWeek.named(name) == week
    assert week.first_day <= day <= week.last_day


def test_the_week_of_an_instant_is_that_of_the_local_day() -> None:
    late_on_sunday = datetime(2026, 11, 29, 22, 59, tzinfo=UTC)
    monday_in_denmark = datetime(2026, 11, 29, 23, 0, tzinfo=UTC)
    assert IsoWeek.of_instant(late_on_sunday, "DK").name == "2026-W48"
    assert IsoWeek.of_instant(monday_in_denmark, "DK").name == "2026-W49"
    assert IsoWeek.of_instant(datetime(2026, 7, 5, 22, 0, tzinfo=UTC), "NO").name == "2026-W28"


@given(DAYS, DAYS)
def test_names_sort_as_the_weeks_do(one: date, other: date) -> None:
    first, last = sorted([IsoWeek.of_day(one), IsoWeek.of_day(other)])
    assert first.name <= last.name
    assert (first.name == last.name) == (first == last)


def test_the_weeks_of_a_span_have_no_gap_over_a_year_with_53_weeks() -> None:
    first, last = IsoWeek(2026, 52), IsoWeek(2027, 2)
    assert [week.name for week in weeks(first, last)] == ["2026-W52", "2026-W53", "2027-W01", "2027-W02"]
    assert weeks_between(first, last) == 4


def test_another_text_names_no_week() -> None:
    with pytest.raises(ValueError):
        IsoWeek.named("2026-48")
