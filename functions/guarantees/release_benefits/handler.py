"""Releases every night the reserved sessions that were not held under guarantees past their last day.

Trigger: a schedule, once a day. Input: nothing. Result: ``{"released": n}``, the number of guarantees
checked. Run again it changes nothing more; the guarantees it had no time for are checked the next night.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from helsebro_aws.bookings.standing import standing
from helsebro_aws.guarantees.release import BenefitRelease

release = BenefitRelease(standing)
TIME_TO_STOP = 20_000
"""In the last 20,000 milliseconds of the function's time no further guarantee is checked."""


def handler(event: Mapping[str, Any], context: Any) -> dict[str, int]:
    """Returns the number of guarantees checked."""

    def has_time() -> bool:
        return context is None or context.get_remaining_time_in_millis() > TIME_TO_STOP

    return {"released": release.run(has_time)}
