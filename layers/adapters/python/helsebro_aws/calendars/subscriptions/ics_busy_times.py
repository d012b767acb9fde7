"""The busy times of an iCalendar file (RFC 5545), such as Google, Outlook and Apple give out.

Only times are read: no title, place or person. Busy is every event that is neither cancelled nor marked as
free, whole days included. A file in which anything about a time is not understood is refused as a whole,
because a time that is wrongly free would be booked.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, tzinfo
from typing import Any

from icalendar import Calendar

from helsebro.calendars.subscriptions.busy_time import BusyTime
from helsebro.calendars.subscriptions.calendar_subscription import CalendarUnreadable
from helsebro.calendars.subscriptions.recurrence import RecurrenceUnknown
from helsebro_aws.calendars.subscriptions.event_times import (
    day_of,
    end_of,
    instant,
    is_countable,
    length,
    on_day,
)
from helsebro_aws.calendars.subscriptions.rule_of_event import RuleOfEvent, rule_of

MOST_EVENTS = 5_000
MOST_LOOKS = 400_000
"""The most days that all rules of a file together look at: at most 20 seconds of work."""
LONGEST_REPEATED = timedelta(days=31)
ReadSpan = tuple[datetime, datetime]
Faults = (ValueError, KeyError, IndexError, TypeError, AttributeError, OverflowError)
"""What the library raises for files that are broken in one way or another."""


def busy_times(raw: bytes, span: ReadSpan, zone: tzinfo) -> tuple[BusyTime, ...]:
    """Returns what is busy in a span; ``zone`` is that of days and of times without a zone.

    Raises ``CalendarUnreadable``.
    """
    events = _events(raw)
    if len(events) > MOST_EVENTS:
        raise CalendarUnreadable("too-many-events")
    try:
        reading = _Reading(span, zone, _moved(events, zone))
        found = [busy for event in events if _is_busy(event) for busy in reading.of_event(event)]
    except (*Faults, RecurrenceUnknown):
        raise CalendarUnreadable("not-understood") from None
    return tuple(sorted(found, key=lambda busy: busy.starts_at))


def _events(raw: bytes) -> list[Any]:
    try:
        calendars = Calendar.from_ical(raw.decode("utf-8-sig"), multiple=True)
        if not calendars or any(each.name != "VCALENDAR" for each in calendars):
            raise CalendarUnreadable("not-a-calendar")
        # Such a part says what is busy in another way.
        if any(each.walk("VFREEBUSY") for each in calendars):
            raise CalendarUnreadable("not-understood")
        return [event for each in calendars for event in each.walk("VEVENT")]
    except Faults:
        raise CalendarUnreadable("not-a-calendar") from None


def _moved(events: Sequence[Any], zone: tzinfo) -> dict[str, set[datetime]]:
    """Returns when the repetitions were that another event stands for, by the UID of both."""
    moved: dict[str, set[datetime]] = {}
    for event in events:
        if "RECURRENCE-ID" in event:
            moved.setdefault(str(event.get("UID")), set()).add(instant(event.RECURRENCE_ID, zone))
    return moved


def _is_busy(event: Any) -> bool:
    is_cancelled = str(event.get("status", "")).upper() == "CANCELLED"
    return not is_cancelled and str(event.get("TRANSP", "")).upper() != "TRANSPARENT"


@dataclass
class _Reading:
    """The reading of one file; ``moved`` are the repetitions that another event replaces."""

    span: ReadSpan
    zone: tzinfo
    moved: Mapping[str, set[datetime]]
    looks_left: int = field(default=MOST_LOOKS)

    def of_event(self, event: Any) -> Iterator[BusyTime]:
        """Yields the busy times of an event and its repetitions in the span."""
        starts, lasts = event.start, length(event.start, event.end, self.zone)
        if not is_countable(starts) or not is_countable(event.end):
            raise CalendarUnreadable("not-understood")
        left_out = {instant(each, self.zone) for each in event.exdates}
        if "RECURRENCE-ID" not in event:
            left_out |= self.moved.get(str(event.get("UID")), set())
        for each in self._all(event, starts, lasts):
            if each.starts_at not in left_out and each.meets(*self.span):
                yield each

    def _all(self, event: Any, starts: date | datetime, lasts: timedelta) -> Iterator[BusyTime]:
        for each in self._starts(event, starts, lasts):
            yield BusyTime(instant(each, self.zone), end_of(each, lasts, self.zone))
        for first, last in event.rdates:
            ends = instant(last, self.zone) if last else end_of(first, lasts, self.zone)
            yield BusyTime(instant(first, self.zone), ends)

    def _starts(self, event: Any, starts: date | datetime, lasts: timedelta) -> Iterator[date | datetime]:
        rules = [rule_of(rule) for rule in event.rrules]
        if not rules:
            yield starts
        elif lasts > LONGEST_REPEATED:
            raise CalendarUnreadable("not-understood")
        for rule in rules:
            yield from self._repeated(rule, starts, lasts)

    def _repeated(
        self, rule: RuleOfEvent, starts: date | datetime, lasts: timedelta
    ) -> Iterator[date | datetime]:
        first = day_of(starts)
        # A day more on each side: the day of an event is that of its own zone.
        begins = (self.span[0] - lasts).date() - timedelta(days=1)
        ends = self.span[1].date() + timedelta(days=1)
        if rule.ends_before(on_day(starts, begins), self.zone):
            return
        self.looks_left -= max(0, (ends - rule.recurrence.looks_from(first, begins)).days)
        if self.looks_left < 0:
            raise CalendarUnreadable("too-many-events")
        for day in rule.recurrence.days(first, begins, ends):
            repeated = on_day(starts, day)
            if rule.ends_before(repeated, self.zone):
                return
            yield repeated
