"""Gives back every night what guarantees past their last day have reserved and no session was held for.

Trigger: a schedule, once a day. Input: nothing. Result: ``{"released": n}``, the number of guarantees looked
at. Run again it changes nothing more; what it did not come to is done the next night.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from helsebro_aws.bookings.standing import standing
from helsebro_aws.guarantees.release import BenefitRelease

release = BenefitRelease(standing)
TIME_TO_STOP = 20_000
"""Milliseconds before the function's end in which no other guarantee is begun with."""


def handler(event: Mapping[str, Any], context: Any) -> dict[str, int]:
    """How many guarantees were looked at."""

    def has_time() -> bool:
        return context is None or context.get_remaining_time_in_millis() > TIME_TO_STOP

    return {"released": release.run(has_time)}
