"""The instant at which the running test began: one for the whole test, so that its builders agree.

Product code reads the clock itself. A test that began seconds before midnight would build for one day and be
answered on the next, so it waits for the new day first: at most a minute, twice a day.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

NEAR = timedelta(minutes=1)
ZONES = (ZoneInfo("UTC"), ZoneInfo("Europe/Copenhagen"))


class _Test:
    """What is known of the running test."""

    began: datetime | None = None


def of_this_test() -> datetime:
    """When the running test began, in UTC; while pytest collects, the instant itself."""
    return _Test.began or datetime.now(UTC)


def begin(sleep: Callable[[float], object] = time.sleep) -> None:
    """Called before each test."""
    sleep(until_midnight_is_past(datetime.now(UTC)))
    _Test.began = datetime.now(UTC)


def until_midnight_is_past(now: datetime) -> float:
    """The seconds to wait until no midnight of a zone is near; 0 for most of the day."""
    waits = [0.0]
    for zone in ZONES:
        day = (now.astimezone(zone) + timedelta(days=1)).date()
        midnight = datetime(day.year, day.month, day.day, tzinfo=zone).astimezone(UTC)
        if midnight - now <= NEAR:
            waits.append((midnight - now).total_seconds())
    return max(waits)
