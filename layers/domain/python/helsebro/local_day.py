"""The local day: rules about dates use the time zone where the person is insured (api.md, Conventions)."""

from __future__ import annotations

from datetime import date, datetime
from functools import cache
from zoneinfo import ZoneInfo

YEARS = range(1900, 2200)
"""The years of every day in a request: sums with them stay dates."""
HOME = "DK"
"""The country whose days, holidays and profile count for a country that has none of its own."""
ZONES = {"DK": "Europe/Copenhagen", "NO": "Europe/Oslo"}


def local_day(at: datetime, country: str = HOME) -> date:
    """Returns the date in Denmark or Norway at that instant."""
    return at.astimezone(zone(country)).date()


@cache
def zone(country: str) -> ZoneInfo:
    """Returns the time zone of a country; Denmark's for other countries, since they are insured there."""
    return ZoneInfo(ZONES.get(country, ZONES[HOME]))
