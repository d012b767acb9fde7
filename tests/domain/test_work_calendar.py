"""Working days over weekends and the public holidays of Denmark and Norway (Q22)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from helsebro.work_calendar import TABLE, UnknownYear, WorkCalendar, is_working_day
from local.commands.public_holidays import table


def test_the_table_agrees_with_the_library() -> None:
    assert TABLE.read_text(encoding="utf-8") == table(), "`make holidays` writes it"


def test_a_year_outside_the_table_raises_unknown_year() -> None:
    with pytest.raises(UnknownYear):
        is_working_day(date(1999, 12, 31))


@pytest.mark.parametrize("country", ["DK", "NO"])
@pytest.mark.parametrize(
    "name, day",
    [
        ("Maundy Thursday", date(2026, 4, 2)),
        ("Good Friday", date(2026, 4, 3)),
        ("Easter Monday", date(2026, 4, 6)),
        ("Ascension Day", date(2026, 5, 14)),
        ("Whit Monday", date(2026, 5, 25)),
        ("Christmas Day", date(2026, 12, 25)),
        ("New Year's Day", date(2027, 1, 1)),
        ("a Saturday", date(2026, 11, 21)),
        ("a Sunday", date(2026, 11, 22)),
    ],
)
def test_a_holiday_of_both_countries_is_not_a_working_day(name: str, day: date, country: str) -> None:
    assert not is_working_day(day, country), name


@pytest.mark.parametrize(
    "day, in_denmark, in_norway",
    [
        (date(2026, 5, 1), True, False),
        (date(2027, 5, 17), False, False),
        (date(2029, 5, 17), True, False),
        (date(2023, 5, 5), False, True),
        (date(2024, 4, 26), True, True),
        (date(2026, 12, 24), True, True),
        (date(2026, 11, 23), True, True),
    ],
    ids=[
        "1 May",
        "17 May, Whit Monday",
        "17 May",
        "the last prayer day",
        "none since",
        "24 December",
        "a Monday",
    ],
)
def test_each_country_has_its_own_holidays(day: date, in_denmark: bool, in_norway: bool) -> None:
    assert (is_working_day(day, "DK"), is_working_day(day, "NO")) == (in_denmark, in_norway)


@pytest.mark.parametrize(
    "day, count, country, last",
    [
        (date(2026, 11, 20), 1, "DK", date(2026, 11, 23)),
        (date(2026, 11, 21), 1, "DK", date(2026, 11, 23)),
        (date(2026, 11, 20), 10, "DK", date(2026, 12, 4)),
        (date(2026, 3, 27), 10, "DK", date(2026, 4, 15)),
        (date(2026, 4, 30), 10, "DK", date(2026, 5, 15)),
        (date(2026, 4, 30), 10, "NO", date(2026, 5, 18)),
        (date(2026, 11, 20), 0, "DK", date(2026, 11, 20)),
        (date(2026, 11, 20), 1, "SE", date(2026, 11, 23)),
    ],
)
def test_the_first_working_day_is_the_next_one(day: date, count: int, country: str, last: date) -> None:
    assert WorkCalendar(country).working_days_after(day, count) == last


def test_a_year_has_its_working_days() -> None:
    days = [date(2026, 1, 1) + timedelta(days=days) for days in range(365)]

    assert sum(is_working_day(day, "DK") for day in days) == 254
