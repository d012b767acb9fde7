"""Reads the practitioners' own calendars and publishes the sessions that these leave free.

Trigger: a schedule, every 15 minutes. Input: nothing. Result: ``read`` and ``failed`` → how many.
What there was no time for is done by the next run.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from helsebro_aws.calendars.subscriptions.calendar_rounds import CalendarRounds
from helsebro_aws.platform import clock
from helsebro_aws.platform.log import done

rounds = CalendarRounds()
TIME_TO_STOP = 60_000
"""In the last 60,000 milliseconds of the function's time no further calendar is read."""


def handler(event: Mapping[str, Any], context: Any) -> Mapping[str, int]:
    """Returns how many were read, and how many could not be."""

    def has_time() -> bool:
        return context is None or context.get_remaining_time_in_millis() > TIME_TO_STOP

    counted = rounds.run(clock.now(), has_time)
    done("calendars.read", **counted)
    return counted
