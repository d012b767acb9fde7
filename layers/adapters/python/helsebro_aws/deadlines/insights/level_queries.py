"""The query parameters of the service levels; all their faults are reported at once (400)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import get_args

from helsebro.deadlines.clock_row import ClockQueue
from helsebro.errors import Fault
from helsebro.quality.iso_week import IsoWeek
from helsebro_aws.http.call import Call
from helsebro_aws.quality.week_query import weeks_given

QUERIES = ("from", "to", "queue")
QUEUES: tuple[str, ...] = get_args(ClockQueue)


@dataclass(frozen=True)
class LevelQuery:
    """Which service levels are asked for: the first and the last week, and one queue or all."""

    first: IsoWeek
    last: IsoWeek
    queue: str | None = None


def level_query(call: Call, at: datetime) -> LevelQuery:
    """Returns what a call asks for: its weeks, and a queue if it names one. Raises ``BadInput`` (400)."""
    queue = call.given("queue")
    is_known = queue is None or queue in QUEUES
    unknown = () if is_known else (Fault("/queue", "unknown-clock-queue", ", ".join(QUEUES)),)
    return LevelQuery(*weeks_given(call, at, unknown), queue)
