from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.suite import instant


@pytest.mark.parametrize(
    ("now", "seconds"),
    [
        ("2026-11-28T12:00:00", 0),
        ("2026-11-28T23:58:59", 0),
        ("2026-11-28T23:59:50", 10),
        ("2026-11-28T22:59:30", 30),
        ("2026-06-28T21:59:30", 30),
        ("2026-06-28T22:59:30", 0),
        ("2026-11-29T00:00:00", 0),
    ],
)
def test_a_test_waits_for_midnight_in_utc_and_in_denmark(now: str, seconds: float) -> None:
    assert instant.until_midnight_is_past(datetime.fromisoformat(now).replace(tzinfo=UTC)) == seconds
