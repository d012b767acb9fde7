"""The query parameters of the service levels; all their faults are reported at once (400)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import get_args

from helsebro.deadlines.clock_row import ClockQueue
from helsebro.deadlines.iso_week import IsoWeek, weeks_between
from helsebro.errors import BadInput, Fault
from helsebro.local_day import YEARS, local_day
from helsebro_aws.http.call import Call

QUERIES = ("from", "to", "queue")
QUEUES: tuple[str, ...] = get_args(ClockQueue)
MOST_WEEKS = 104
USUAL = timedelta(weeks=11)
"""The week of today and the eleven before it are shown by default."""
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


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
    first_day, last_day = _day(call, "from", faults), _day(call, "to", faults)
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


def _day(call: Call, name: str, faults: list[Fault]) -> date | None:
    text = call.given(name)
    if text is None:
        return None
    try:
        day = date.fromisoformat(text) if DAY.fullmatch(text) else None
    except ValueError:
        day = None
    if day is None:
        faults.append(Fault(f"/{name}", "not-a-date", ""))
    elif day.year not in YEARS:
        faults.append(Fault(f"/{name}", "date-out-of-range", f"{YEARS[0]}–{YEARS[-1]}"))
    return day


def _of_span(query: LevelQuery) -> list[Fault]:
    if query.first > query.last:
        return [Fault("/from", "from-after-to", "")]
    if weeks_between(query.first, query.last) > MOST_WEEKS:
        return [Fault("/from", "too-many-weeks", str(MOST_WEEKS))]
    return []
