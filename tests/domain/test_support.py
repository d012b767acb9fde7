from __future__ import annotations

from datetime import UTC, datetime

import pytest

from helsebro import support


@pytest.mark.parametrize(
    "at, is_open",
    [
        ("2026-11-20T07:59:59", False),
        ("2026-11-20T08:00:00", True),
        ("2026-11-20T10:59:59", True),
        ("2026-11-20T11:00:00", False),
        ("2026-11-21T09:00:00", False),
        ("2026-07-03T07:00:00", True),
        ("2026-07-03T10:00:00", False),
    ],
    ids=["before nine", "nine", "before noon", "noon", "a Saturday", "nine in summer", "noon in summer"],
)
def test_support_answers_on_weekdays_from_nine_to_noon_danish_time(at: str, is_open: bool) -> None:
    assert support.is_open(datetime.fromisoformat(at).replace(tzinfo=UTC)) is is_open
