"""Support: where a portal, a clinic system or a member gets help, and what to do when it is urgent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time
from zoneinfo import ZoneInfo

OFFICE = ZoneInfo("Europe/Copenhagen")
OPENS, CLOSES = time(9), time(12)
LAST_WEEKDAY = 4


@dataclass(frozen=True)
class UrgentNumber:
    """A number to call in an emergency, its country, and when to call it, in each language."""

    country: str
    number: str
    when: Mapping[str, str]


SAFETY: Mapping[str, str] = {
    "da": "Er det akut, så ring til egen læge, lægevagten eller 112. Vent ikke på svar fra os.",
    "nb": "Er det akutt, ring fastlegen, legevakten på 116117 eller 113. Ikke vent på svar fra oss.",
    "en": "If it is urgent, call your own doctor, the doctor on call or 112. Do not wait for us.",
}
"""The safety text for acute need (F3-22)."""

URGENT_NUMBERS = (
    UrgentNumber("DK", "112", {"da": "Livsfare", "nb": "Livsfare", "en": "Danger to life"}),
    UrgentNumber("NO", "113", {"da": "Livsfare", "nb": "Livsfare", "en": "Danger to life"}),
    UrgentNumber("NO", "116117", {"da": "Lægevagt", "nb": "Legevakt", "en": "Doctor on call"}),
)


def is_open(at: datetime) -> bool:
    """Whether support is open: weekdays 9 to 12, Danish time (F4-04)."""
    local = at.astimezone(OFFICE)
    return local.weekday() <= LAST_WEEKDAY and OPENS <= local.time() < CLOSES
