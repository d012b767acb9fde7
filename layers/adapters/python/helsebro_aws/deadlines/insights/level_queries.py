"""The query parameters of the service levels; all their faults are reported at once (400)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import get_args

from helsebro.deadlines.clock_row import ClockQueue
from helsebro.deadlines.iso_week import IsoWeek, weeks_between
from helsebro.errors import BadInput, Fault
from helsebro.local_day import local_day
from helsebro_aws.http.call import Call
from helsebro_aws.http.lists.day_query import day_given

QUERIES = ("from", "to", "queue")
QUEUES: tuple[str, ...] = get_args(ClockQueue)
MOST_WEEKS = 104
USUAL = timedelta(weeks=11)
"""The week of today and the eleven before it are shown by default."""


@dataclass(frozen=True)
class LevelQuery:
    """Which service levels are asked for: the first and the last week, and one queue or all."""

    first: IsoWeek
    last: IsoWeek
    queue: str | None = None


def level_query(call: Call, at: datetime) -> LevelQuery:
    """Returns what a call asks for: whole weeks, from the one of ``from`` to the one of ``to``.

    ``to`` is today by default, ``from`` eleven weeks before it. Raises ``BadInput`` (400).
    """
    faults: list[Fault] = []
    first_day, last_day = day_given(call, "from", faults), day_given(call, "to", faults)
    queue = call.given("queue")
    if queue is not None and queue not in QUEUES:
        faults.append(Fault("/queue", "unknown-clock-queue", ", ".join(QUEUES)))
    if any(fault.pointer != "/queue" for fault in faults):
        raise BadInput(faults, malformed=True)
    last_day = last_day or local_day(at, call.caller.country)
    query = LevelQuery(IsoWeek.of_day(first_day or last_day - USUAL), IsoWeek.of_day(last_day), queue)
    faults += _of_span(query)
    if faults:
        raise BadInput(faults, malformed=True)
    return query


def _of_span(query: LevelQuery) -> list[Fault]:
    if query.first > query.last:
        return [Fault("/from", "from-after-to", "")]
    if weeks_between(query.first, query.last) > MOST_WEEKS:
        return [Fault("/from", "too-many-weeks", str(MOST_WEEKS))]
    return []
