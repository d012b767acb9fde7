"""Clinic details (skema): what the signatory fills in about the clinic (F0-08)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Literal

from helsebro.errors import BadInput, Fault

Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
DEFAULT_NOTICE_HOURS = 24
"""Hours before a session in which a cancellation is late, where the clinic has set none of its own."""
FEWEST_NOTICE_HOURS, MOST_NOTICE_HOURS = 1, 72


@dataclass(frozen=True)
class OpeningHours:
    """When the clinic is open on a weekday, in its own local time: ``08:00`` to ``16:00``."""

    weekday: Weekday
    opens: str
    closes: str


@dataclass(frozen=True)
class ClinicDetails:
    """When the clinic is open, which languages it speaks, and until when a session can be cancelled.

    ``languages`` are ISO 639-1 codes. A cancellation within ``notice_hours`` before the session is late, and
    the member pays for it (F0-28). Raises ``BadInput`` with every fault.
    """

    opening_hours: tuple[OpeningHours, ...]
    languages: tuple[str, ...]
    notice_hours: int = DEFAULT_NOTICE_HOURS

    def __post_init__(self) -> None:
        faults = [
            *opening_faults([(hours.weekday, hours.opens, hours.closes) for hours in self.opening_hours])
        ]
        if not FEWEST_NOTICE_HOURS <= self.notice_hours <= MOST_NOTICE_HOURS:
            detail = f"{FEWEST_NOTICE_HOURS}–{MOST_NOTICE_HOURS}"
            faults.append(Fault("/noticeHours", "notice-hours-out-of-range", detail))
        if faults:
            raise BadInput(faults)


def late_from(starts_at: datetime, notice_hours: int) -> datetime:
    """Returns the last instant at which a session can be cancelled without paying (F0-28)."""
    return starts_at - timedelta(hours=notice_hours)


def opening_faults(hours: Sequence[tuple[object, object, object]]) -> list[Fault]:
    """Returns a fault for each row that closes before it opens, and for each that overlaps an earlier one.

    A row is a weekday with two local times (``08:00``); what is no such row is another's fault to name.
    """
    faults = []
    known: dict[object, list[tuple[time, time]]] = {}
    for place, (weekday, opens, closes) in enumerate(hours):
        span = _span(opens, closes)
        if span is None:
            continue
        if span[0] >= span[1]:
            faults.append(Fault(f"/openingHours/{place}/closes", "closes-before-it-opens", ""))
        elif any(span[0] < end and start < span[1] for start, end in known.get(weekday, [])):
            faults.append(Fault(f"/openingHours/{place}/opens", "opening-hours-overlap", ""))
        known.setdefault(weekday, []).append(span)
    return faults


def _span(opens: object, closes: object) -> tuple[time, time] | None:
    try:
        return time.fromisoformat(str(opens)), time.fromisoformat(str(closes))
    except ValueError:
        return None
