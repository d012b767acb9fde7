"""The day of an instant is that of the case's time zone, everywhere."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from helsebro.local_day import local_day

ROOT = Path(__file__).parents[2]
LOCAL_ALREADY = {
    "layers/domain/python/helsebro/local_day.py",
    "layers/domain/python/helsebro/plain_words.py",
    "layers/domain/python/helsebro/notifications/quiet_hours.py",
    "layers/adapters/python/helsebro_aws/notifications/words.py",
    "layers/domain/python/helsebro/calendars/weekly_slots.py",
    "layers/domain/python/helsebro/calendars/subscriptions/working_time.py",
    "layers/adapters/python/helsebro_aws/calendars/subscriptions/event_times.py",
    "layers/adapters/python/helsebro_aws/calendars/subscriptions/ics_busy_times.py",
    "layers/adapters/python/helsebro_aws/calendars/subscriptions/rule_of_event.py",
}
"""The files that take the day of a time which is in the case's time zone already."""


def days_taken(source: str) -> Iterator[int]:
    """Yields the lines that take the day of an instant in whatever time zone it has: ``at.date()``."""
    for node in ast.walk(ast.parse(source)):
        called = node.func if isinstance(node, ast.Call) and not node.args else None
        if isinstance(called, ast.Attribute) and called.attr == "date":
            yield called.lineno


@pytest.mark.parametrize(
    "at, country, day",
    [
        (datetime(2026, 11, 20, 23, 30, tzinfo=UTC), "DK", date(2026, 11, 21)),
        (datetime(2026, 11, 20, 22, 59, tzinfo=UTC), "NO", date(2026, 11, 20)),
        (datetime(2026, 6, 20, 22, 30, tzinfo=UTC), "NO", date(2026, 6, 21)),
    ],
)
def test_half_past_midnight_belongs_to_the_new_day(at: datetime, country: str, day: date) -> None:
    assert local_day(at, country) == day


def test_no_other_file_takes_the_day_of_an_instant_in_its_own_time_zone() -> None:
    files = [path for folder in ("layers", "functions") for path in (ROOT / folder).rglob("*.py")]
    assert len(files) > 300
    found = {str(path.relative_to(ROOT)) for path in files if list(days_taken(path.read_text("utf-8")))}
    assert found == LOCAL_ALREADY


def test_control_a_day_taken_of_an_instant_is_found() -> None:
    assert list(days_taken("approved = claim.answered_at.date()")) == [1]
    assert list(days_taken("local_day(claim.answered_at, claim.country)")) == []
