from __future__ import annotations

from datetime import UTC, datetime

import pytest

from local.clock.asked_time import TimeRefused, asked_time

NOW = datetime(2026, 10, 24, 10, 30, tzinfo=UTC)
"""The day before the clocks change in Denmark."""


@pytest.mark.parametrize(
    "text, at",
    [
        ("+30m", "2026-10-24T11:00:00+00:00"),
        ("+2h", "2026-10-24T12:30:00+00:00"),
        ("+0d", "2026-10-24T10:30:00+00:00"),
        ("+3d", "2026-10-27T10:30:00+00:00"),
        ("+1w", "2026-10-31T10:30:00+00:00"),
        ("2026-12-01T08:00:00Z", "2026-12-01T08:00:00+00:00"),
        ("2026-12-01T08:00:00+01:00", "2026-12-01T07:00:00+00:00"),
        ("2026-10-24T12:30:00+02:00", "2026-10-24T10:30:00+00:00"),
    ],
)
def test_a_span_counts_from_now_and_an_instant_has_a_zone(text: str, at: str) -> None:
    assert asked_time(text, NOW) == datetime.fromisoformat(at)


@pytest.mark.parametrize(
    "text, why",
    [
        ("2026-10-24T10:29:59Z", "only moves forward"),
        ("2026-10-24T10:30:00+02:00", "only moves forward"),
        ("-3d", "only moves forward"),
        ("3d", "is not a time"),
        ("+3", "is not a time"),
        ("+3y", "is not a time"),
        ("+٣d", "is not a time"),
        ("+1d2h", "is not a time"),
        ("tomorrow", "is not a time"),
        ("9999-12-31T23:59:59-23:00", "is not a time"),
        ("2026-02-30T08:00:00Z", "is not a time"),
        ("2026-12-01", "has no time zone"),
        ("2026-12-01T08:00:00", "has no time zone"),
        ("2076-01-01T00:00:00Z", "moves until 2075-01-01"),
        ("+99999w", "moves until 2075-01-01"),
    ],
)
def test_any_other_time_is_refused_with_the_reason(text: str, why: str) -> None:
    with pytest.raises(TimeRefused, match=why):
        asked_time(text, NOW)
