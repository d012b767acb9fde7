"""Working time: the hours of a weekday in which a practitioner has sessions, one after the other.

A subscribed calendar says only when its owner is busy. What is offered are the sessions of the working times
that meet nothing busy.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from helsebro.calendars.publication import MOST_IN_ALL
from helsebro.calendars.subscriptions.busy_time import BusyTime
from helsebro.calendars.weekly_slots import WEEKDAYS
from helsebro.errors import Fault
from helsebro.network.clinic_details import Weekday
from helsebro.network.consultation import Consultation

DAY = timedelta(days=1)
AHEAD = timedelta(weeks=6)
"""How far ahead free times are offered."""


@dataclass(frozen=True)
class WorkingTime:
    """Sessions of ``minutes`` from ``opens`` to ``closes``, by the practitioner's clock, every ``weekday``.

    ``address_key`` names the practitioner's address where they are, None for the first one.
    """

    weekday: Weekday
    opens: str
    closes: str
    minutes: int
    service: Consultation
    address_key: str | None = None

    def starts(self) -> Iterator[time]:
        """Yields when each of its sessions starts; what does not fit before ``closes`` is no session."""
        opens, closes = _minute(self.opens), _minute(self.closes)
        for minute in range(opens, closes - self.minutes + 1, self.minutes):
            yield time(*divmod(minute, 60))


@dataclass(frozen=True)
class FreeTime:
    """A session that can be offered, in UTC."""

    starts_at: datetime
    ends_at: datetime
    service: Consultation
    address_key: str | None

    @property
    def key(self) -> str:
        """Its key in the practitioner's calendar."""
        return f"calendar-{self.starts_at:%Y%m%dT%H%MZ}"


@dataclass(frozen=True)
class FreeTimes:
    """The sessions to offer from ``begins`` to before ``ends``; they are the whole calendar of that span."""

    begins: datetime
    ends: datetime
    times: tuple[FreeTime, ...]


def free_times(
    working: Sequence[WorkingTime], busy: Sequence[BusyTime], zone: tzinfo, at: datetime
) -> FreeTimes:
    """Returns the sessions of the next six weeks that meet nothing busy.

    The span ends earlier when there are more of them than one message may publish.
    """
    ends = at + AHEAD
    found = [each for each in _sessions(working, zone, at, ends) if not _is_busy(each, busy)]
    if len(found) > MOST_IN_ALL:
        ends, found = found[MOST_IN_ALL].starts_at, found[:MOST_IN_ALL]
    return FreeTimes(at, ends, tuple(found))


def working_faults(rows: Sequence[tuple[object, object, object, object]]) -> list[Fault]:
    """Returns a fault for each row without a session, and for each that overlaps an earlier one.

    A row is a weekday, two local times (``08:00``) and minutes; what is no such row is another's fault.
    """
    faults: list[Fault] = []
    known: dict[object, list[tuple[int, int]]] = {}
    for index, (weekday, opens, closes, minutes) in enumerate(rows):
        span = _span(opens, closes)
        if span is None or not isinstance(minutes, int):
            continue
        if span[0] + minutes > span[1]:
            faults.append(Fault(f"/times/{index}/closes", "working-time-too-short", str(minutes)))
        elif any(span[0] < end and start < span[1] for start, end in known.get(weekday, [])):
            faults.append(Fault(f"/times/{index}/opens", "working-times-overlap", ""))
        known.setdefault(weekday, []).append(span)
    return faults


def _sessions(
    working: Sequence[WorkingTime], zone: tzinfo, begins: datetime, ends: datetime
) -> Iterator[FreeTime]:
    day, last = begins.astimezone(zone).date(), ends.astimezone(zone).date()
    until = begins
    while day <= last:
        rows = [row for row in working if WEEKDAYS.index(row.weekday) == day.weekday()]
        for row in sorted(rows, key=lambda row: row.opens):
            for each in _of_day(row, day, zone):
                # In the night in which the clock changes two of them may meet.
                if until < each.starts_at < ends:
                    until = each.ends_at - timedelta(microseconds=1)
                    yield each
        day += DAY


def _of_day(row: WorkingTime, day: date, zone: tzinfo) -> Iterator[FreeTime]:
    for start in row.starts():
        local = datetime.combine(day, start, zone)
        found = local.astimezone(UTC)
        # The last Sunday of March has no such hour.
        if found.astimezone(zone).replace(tzinfo=None) == local.replace(tzinfo=None):
            yield FreeTime(found, found + timedelta(minutes=row.minutes), row.service, row.address_key)


def _is_busy(free: FreeTime, busy: Sequence[BusyTime]) -> bool:
    return any(each.meets(free.starts_at, free.ends_at) for each in busy)


def _span(opens: object, closes: object) -> tuple[int, int] | None:
    try:
        return _minute(str(opens)), _minute(str(closes))
    except ValueError:
        return None


def _minute(text: str) -> int:
    found = time.fromisoformat(text)
    return found.hour * 60 + found.minute
