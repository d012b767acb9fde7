"""Event times: the instants of an event of a calendar, whose own times may be days or have no zone."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, tzinfo

from helsebro.local_day import YEARS


def instant(value: date | datetime, zone: tzinfo) -> datetime:
    """Returns the instant of a time of a calendar in UTC; a day begins at midnight.

    ``zone`` is that of the practitioner: days and times without a zone are theirs.
    """
    local = value if isinstance(value, datetime) else datetime.combine(value, time.min)
    return (local if local.tzinfo else local.replace(tzinfo=zone)).astimezone(UTC)


def on_day(value: date | datetime, day: date) -> date | datetime:
    """Returns the same time of day, in the same zone, on another day."""
    return datetime.combine(day, value.timetz()) if isinstance(value, datetime) else day


def day_of(value: date | datetime) -> date:
    """Returns the day of a time of a calendar, in its own zone."""
    return value.date() if isinstance(value, datetime) else value


def length(starts: date | datetime, ends: date | datetime, zone: tzinfo) -> timedelta:
    """Returns how long an event lasts, in whole days or real time; no time if it ends before it starts."""
    if isinstance(starts, datetime) or isinstance(ends, datetime):
        return max(timedelta(), instant(ends, zone) - instant(starts, zone))
    return max(timedelta(), ends - starts)


def end_of(starts: date | datetime, lasts: timedelta, zone: tzinfo) -> datetime:
    """Returns the instant at which an event ends; a day ends at midnight, also when the clock changes."""
    if isinstance(starts, datetime):
        return instant(starts, zone) + lasts
    return instant(starts + timedelta(days=lasts.days), zone)


def is_countable(value: date | datetime) -> bool:
    """Whether sums with the time stay dates."""
    return value.year in YEARS
