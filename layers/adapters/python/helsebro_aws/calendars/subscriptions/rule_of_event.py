"""The rule by which an event of a calendar repeats, as a ``Recurrence`` (RFC 5545, 3.3.10)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from typing import Any, cast, get_args

from helsebro.calendars.subscriptions.recurrence import (
    ByDay,
    Frequency,
    Recurrence,
    RecurrenceUnknown,
)
from helsebro_aws.calendars.subscriptions.event_times import instant

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
KNOWN = frozenset("FREQ INTERVAL COUNT UNTIL BYMONTH BYMONTHDAY BYDAY BYSETPOS WKST".split())
BY_DAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)")


@dataclass(frozen=True)
class RuleOfEvent:
    """``until`` is the last moment at which it repeats, or the last day; None repeats without such an end."""

    recurrence: Recurrence
    until: date | datetime | None

    def ends_before(self, starts: date | datetime, zone: tzinfo) -> bool:
        """Whether a repetition at this time comes after the end."""
        if self.until is None:
            return False
        if isinstance(self.until, datetime) and isinstance(starts, datetime):
            own = starts.tzinfo or zone
            return instant(starts, zone) > instant(self.until, own)
        return _day(starts) > _day(self.until)


def rule_of(parts: Mapping[str, Sequence[Any]]) -> RuleOfEvent:
    """Returns the rule. Raises ``RecurrenceUnknown`` for one that is not known."""
    frequency = str(_one(parts, "FREQ", "")).upper()
    if frequency not in get_args(Frequency) or not {str(name).upper() for name in parts} <= KNOWN:
        raise RecurrenceUnknown()
    week_start = str(_one(parts, "WKST", WEEKDAYS[0])).upper()
    if week_start not in WEEKDAYS:
        raise RecurrenceUnknown()
    count = _one(parts, "COUNT", None)
    recurrence = Recurrence(
        cast(Frequency, frequency),
        interval=int(_one(parts, "INTERVAL", 1)),
        count=None if count is None else int(count),
        by_month=_numbers(parts, "BYMONTH", 12),
        by_month_day=_numbers(parts, "BYMONTHDAY", 31),
        by_day=tuple(_by_day(str(each)) for each in parts.get("BYDAY", ())),
        by_position=_numbers(parts, "BYSETPOS", 366),
        week_start=WEEKDAYS.index(week_start),
    )
    until = _one(parts, "UNTIL", None)
    if until is not None and not isinstance(until, date):
        raise RecurrenceUnknown()
    return RuleOfEvent(recurrence, until)


def _one(parts: Mapping[str, Sequence[Any]], name: str, default: Any) -> Any:
    found = parts.get(name, ())
    if len(found) > 1:
        raise RecurrenceUnknown()
    return found[0] if found else default


def _numbers(parts: Mapping[str, Sequence[Any]], name: str, most: int) -> tuple[int, ...]:
    found = tuple(int(each) for each in parts.get(name, ()))
    if any(not 1 <= abs(each) <= most for each in found):
        raise RecurrenceUnknown()
    return found


def _by_day(text: str) -> ByDay:
    found = BY_DAY.fullmatch(text.upper())
    if found is None:
        raise RecurrenceUnknown()
    return int(found[1] or 0), WEEKDAYS.index(found[2])


def _day(value: date | datetime) -> date:
    return value.date() if isinstance(value, datetime) else value
