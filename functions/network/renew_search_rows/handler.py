"""Writes search rows again whose first free slot has begun: no event tells that time has passed.

Trigger: a schedule, every 15 minutes. Input: nothing. Result: ``practitioners`` → how many were refreshed.
What there was no time for is done by the next run.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from helsebro_aws.calendars.search_refresh import SearchRefresh
from helsebro_aws.platform import clock

search = SearchRefresh()
TIME_TO_STOP = 20_000
"""In the last 20,000 milliseconds of the function's time no further page is read."""


def handler(event: Mapping[str, Any], context: Any) -> Mapping[str, int]:
    """Returns how many practitioners were refreshed."""

    def has_time() -> bool:
        return context is None or context.get_remaining_time_in_millis() > TIME_TO_STOP

    return {"practitioners": search.run_begun(clock.now(), has_time)}
