"""Sends the events again that items have waited for too long: decisions, documents, invoices (promise 29).

Trigger: a schedule, every 15 minutes. Input: nothing. Result: event type → how many were sent again. What
there was no time for is sent by the next run.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from helsebro_aws.deadlines.sweep import Sweep

sweep = Sweep()
TIME_TO_STOP = 20_000
"""In the last 20,000 milliseconds of the function's time no further page is read."""


def handler(event: Mapping[str, Any], context: Any) -> Mapping[str, int]:
    """Returns how many events of each type were sent again."""

    def has_time() -> bool:
        return context is None or context.get_remaining_time_in_millis() > TIME_TO_STOP

    return sweep.run(has_time)
