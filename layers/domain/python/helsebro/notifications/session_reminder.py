"""Session reminder: when a member is reminded of a session, while it costs nothing to cancel it."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from helsebro.work_calendar import WorkCalendar

MORNING = time(10)
"""When a message that no one waits for is sent."""
A_DAY = timedelta(days=1)


def first_reminder(late_from: datetime, calendar: WorkCalendar) -> datetime:
    """Returns the morning of the day before the day on which it last costs nothing to cancel (F0-28)."""
    return calendar.at(calendar.day_of(late_from) - A_DAY, MORNING)


def remind_at(
    starts_at: datetime, late_from: datetime, calendar: WorkCalendar, booked_at: datetime
) -> datetime | None:
    """Returns when to remind of a session that was booked at an instant.

    Was it booked too late for the first reminder, it is the morning of the day before the session, as both
    sides know of it then (F2-17). None when that has passed too: the confirmation has just said everything.
    """
    day_before = calendar.at(calendar.day_of(starts_at) - A_DAY, MORNING)
    times = (first_reminder(late_from, calendar), day_before)
    return next((at for at in times if booked_at < at), None)
