"""The oracle of promise 8: when a deadline is due by the terms, without any code of the project."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

DAY = timedelta(days=1)
ZONES = {"DK": ZoneInfo("Europe/Copenhagen"), "NO": ZoneInfo("Europe/Oslo")}
BOTH = "2026-01-01 2026-04-02 2026-04-03 2026-04-06 2026-05-14 2026-05-25 2026-12-25 2027-01-01 2027-03-25"
HOLIDAYS = {
    "DK": {date.fromisoformat(day) for day in BOTH.split()},
    "NO": {date.fromisoformat(day) for day in [*BOTH.split(), "2026-05-01"]},
}
"""Those on Monday to Friday in the time of the proof, from the calendars of both countries."""
RULES = {
    "first-answer": ("hours", 24),
    "document-reply": ("hours", 48),
    "extension": ("hours", 24),
    "crisis-contact": ("hours", 2),
    "contact": ("next-working-day", 24),
    "refund": ("days", 14),
    "consultation": ("working-days", 10),
    "assignment": ("working-days", 10),
    "payout": ("working-days", 7),
    "complaint": ("working-days", 20),
}
"""The promises as the terms have them (F4-06, F4-43, F1-25, F1-16, F1-10, F4-31, R-1203, R-1204, F1-07)."""


def is_working_day(day: date, country: str) -> bool:
    return day.weekday() < 5 and day not in HOLIDAYS[country]


def midnight_after(day: date, country: str) -> datetime:
    following = day + DAY
    return datetime(following.year, following.month, following.day, tzinfo=ZONES[country]).astimezone(UTC)


def due_by_the_terms(kind: str, start: datetime, country: str) -> datetime:
    """The oracle: when a clock that starts at an instant is due."""
    unit, number = RULES[kind]
    if unit == "next-working-day":
        return _hours_or_next_working_day(start, number, country)
    if unit == "hours":
        return start + timedelta(hours=number)
    if unit == "days":
        return midnight_after(start.astimezone(ZONES[country]).date() + timedelta(days=number), country)
    day = start.astimezone(ZONES[country]).date()
    return midnight_after(working_day_after(day, number, country), country)


def working_day_after(day: date, number: int, country: str) -> date:
    while number:
        day += DAY
        number -= is_working_day(day, country)
    return day


def _hours_or_next_working_day(start: datetime, hours: int, country: str) -> datetime:
    """To the last instant of the hours, or to the last second of the next working day."""
    ends = start + timedelta(hours=hours)
    day = ends.astimezone(ZONES[country]).date()
    if is_working_day(day, country):
        return ends
    return midnight_after(working_day_after(day, 1, country), country) - timedelta(seconds=1)
