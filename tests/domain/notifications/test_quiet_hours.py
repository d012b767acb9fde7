from __future__ import annotations

from datetime import UTC, datetime

import pytest

from helsebro.notifications.quiet_hours import end_of_quiet_hours


def at(text: str) -> datetime:
    """Returns an instant of 2026, in UTC."""
    return datetime.fromisoformat(f"2026-{text}").replace(tzinfo=UTC)


@pytest.mark.parametrize(
    "instant, end",
    [
        ("11-23 19:59", None),
        ("11-23 20:00", "11-24 07:00"),
        ("11-23 23:30", "11-24 07:00"),
        ("11-24 06:59", "11-24 07:00"),
        ("11-24 07:00", None),
        # In summer the clocks are two hours ahead of UTC.
        ("07-01 19:00", "07-02 06:00"),
        ("07-02 05:59", "07-02 06:00"),
        # The clocks change in the night.
        ("03-28 22:00", "03-29 06:00"),
        ("10-24 20:00", "10-25 07:00"),
    ],
)
@pytest.mark.parametrize("country", ["DK", "NO"])
def test_the_quiet_hours_are_those_of_the_recipients_clock(
    instant: str, end: str | None, country: str
) -> None:
    assert end_of_quiet_hours(at(instant), country) == (at(end) if end else None)
