"""Support: when it answers a portal, a clinic system or a member."""

from __future__ import annotations

from datetime import datetime, time
from zoneinfo import ZoneInfo

OFFICE = ZoneInfo("Europe/Copenhagen")
OPENS, CLOSES = time(9), time(12)
LAST_WEEKDAY = 4


def is_open(at: datetime) -> bool:
    """Whether support is open: weekdays 9 to 12, Danish time (F4-04)."""
    local = at.astimezone(OFFICE)
    return local.weekday() <= LAST_WEEKDAY and OPENS <= local.time() < CLOSES
