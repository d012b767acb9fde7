"""Schedules in memory, for the tests of what sets them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from helsebro_aws.dynamodb.keys import Key


class SchedulesInMemory:
    """Keeps the instant of each schedule, and refuses one in the past."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self.now = now
        self.at: dict[Key, datetime] = {}

    def set(self, key: Key, at: datetime) -> None:
        """Makes or moves a schedule."""
        assert at > self.now(), "a schedule in the past"
        self.at[key] = at

    def remove(self, key: Key) -> None:
        """Removes a schedule."""
        self.at.pop(key, None)
