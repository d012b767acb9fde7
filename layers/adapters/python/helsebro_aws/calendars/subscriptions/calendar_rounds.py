"""Calendar rounds: the subscribed calendars that are due, the longest due first."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from helsebro.calendars.subscriptions.calendar_subscription import SubscriptionChanged
from helsebro_aws.calendars.subscriptions.calendar_reading import CalendarReading

MOST_A_RUN = 500


@dataclass(frozen=True)
class CalendarRounds:
    """Reads the calendars that are due."""

    reading: CalendarReading = field(default_factory=CalendarReading)

    def run(self, at: datetime, has_time: Callable[[], bool]) -> Mapping[str, int]:
        """Returns how many were read, and how many could not be."""
        read = failed = 0
        for practitioner_id in self.reading.subscriptions.due(at, MOST_A_RUN):
            if not has_time():
                break
            try:
                outcome = self.reading.run(practitioner_id)
            except SubscriptionChanged:
                # The clinic has changed it meanwhile, so the next run reads it.
                continue
            read += outcome in ("published", "unchanged")
            failed += outcome == "failed"
        return {"read": read, "failed": failed}
