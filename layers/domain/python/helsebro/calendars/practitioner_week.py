"""A practitioner's week: how many sessions of insurance clients are booked in it, and how many may be."""

from __future__ import annotations

from datetime import datetime

from helsebro.errors import Refused
from helsebro.local_day import local_day
from helsebro.network.practitioner import Practitioner


class WeekIsFull(Refused):
    """The practitioner takes no more sessions of insurance clients in that week (``weeklyCapacity``)."""

    code = "practitioner-week-full"


def week_of(practitioner: Practitioner, starts_at: datetime) -> str:
    """Returns the ISO week of a session, in the time zone of the practitioner: ``2026-W49``."""
    year, week, _ = local_day(starts_at, practitioner.address.country).isocalendar()
    return f"{year}-W{week:02}"
