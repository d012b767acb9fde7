"""Quiet hours: no SMS wakes anyone; those of the night wait for the morning."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

from helsebro.local_day import zone

BEGIN, END = time(21), time(8)
"""On the recipient's clock: the first instant of the quiet hours, and the first after them."""


def end_of_quiet_hours(at: datetime, country: str) -> datetime | None:
    """Returns when the quiet hours around an instant end, in UTC; None outside of them."""
    local = at.astimezone(zone(country))
    if END <= local.time() < BEGIN:
        return None
    day = local.date() + timedelta(days=1) if local.time() >= BEGIN else local.date()
    return datetime.combine(day, END, zone(country)).astimezone(UTC)
