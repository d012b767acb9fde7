"""Finds what fell through: deadlines that no schedule woke, and events that no consumer handled.

Trigger: a schedule, every 15 minutes. Input: nothing. Result: event type → how many were sent again, and
``deadlines`` → how many were woken (promises 8 and 29). What there was no time for is done by the next run.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from helsebro.errors import Unavailable
from helsebro_aws.deadlines.due_deadlines import DueDeadlines
from helsebro_aws.deadlines.stage_engine import stage_engine
from helsebro_aws.deadlines.sweep import Sweep

sweep = Sweep()
due = DueDeadlines(stage_engine())
TIME_TO_STOP = 20_000
"""In the last 20,000 milliseconds of the function's time no further page is read."""


def handler(event: Mapping[str, Any], context: Any) -> Mapping[str, int]:
    """Returns how many events of each type were sent again, and how many deadlines were woken.

    Raises ``Unavailable`` at the end when a deadline or the bus refused; the next run tries again.
    """

    def has_time() -> bool:
        return context is None or context.get_remaining_time_in_millis() > TIME_TO_STOP

    woken, refused = due.run(has_time)
    sent = sweep.run(has_time)
    if refused:
        raise Unavailable("busy")
    return {**sent, "deadlines": woken}
