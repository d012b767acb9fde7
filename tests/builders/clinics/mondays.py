"""A Monday to come, for tests about the sessions of one week."""

from __future__ import annotations

from datetime import datetime, timedelta

from helsebro.local_day import zone
from tests.builders.network import soon


def monday() -> datetime:
    """Returns nine o'clock on the Monday after next, in Denmark."""
    start = soon(24 * 14).astimezone(zone("DK"))
    return (start - timedelta(days=start.weekday())).replace(hour=9, minute=0)
