"""The local day: rules about dates are evaluated where the person is insured (api.md, Conventions)."""

from __future__ import annotations

from datetime import date, datetime
from functools import cache
from zoneinfo import ZoneInfo

ZONES = {"DK": "Europe/Copenhagen", "NO": "Europe/Oslo"}


def local_day(at: datetime, country: str = "DK") -> date:
    """The date at an instant in Denmark or Norway."""
    return at.astimezone(zone(country)).date()


@cache
def zone(country: str) -> ZoneInfo:
    """The time zone of a country; a person who lives elsewhere is insured in Denmark."""
    return ZoneInfo(ZONES.get(country, ZONES["DK"]))
