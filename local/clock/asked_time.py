"""The time that `make clock AT=…` asks for: an instant with its zone, or a span from now."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from infra.account.command import CommandFault

UNITS = {"m": "minutes", "h": "hours", "d": "days", "w": "weeks"}
SPAN = re.compile(r"([+-])(\d{1,5})([mhdw])", re.ASCII)
LAST = datetime(2075, 1, 1, tzinfo=UTC)
"""The table of public holidays ends in that year."""
FORMS = "AT=2026-12-01T08:00:00Z or AT=+3d (m, h, d, w: minutes, hours, days, weeks)"


class TimeRefused(CommandFault):
    """The clock cannot be moved to what was asked for; the text says why."""


def asked_time(text: str, now: datetime) -> datetime:
    """Returns the instant that a text asks for, in UTC. Raises ``TimeRefused``, also for the past.

    ``+1d`` is 24 hours, also when the clocks change.
    """
    span = SPAN.fullmatch(text)
    at = now + timedelta(**{UNITS[span[3]]: int(span[1] + span[2])}) if span else _instant(text)
    if at < now:
        raise TimeRefused(
            f"It is {at_minute(now)} on this stack, and its clock only moves forward. A new stack starts at "
            "the real time: end this one and run `make run` again."
        )
    if at > LAST:
        raise TimeRefused(f"The clock moves until {at_minute(LAST)}.")
    return at


def at_minute(at: datetime) -> str:
    """Returns an instant as people read it: ``2026-12-01 08:00 UTC``."""
    return f"{at.astimezone(UTC):%Y-%m-%d %H:%M} UTC"


def _instant(text: str) -> datetime:
    try:
        at = datetime.fromisoformat(text)
        in_utc = at.astimezone(UTC)
    except (ValueError, OverflowError):
        raise TimeRefused(f"{text!r} is not a time. Write {FORMS}.") from None
    if at.tzinfo is None:
        raise TimeRefused(f"{text!r} has no time zone. Write {FORMS}.")
    return in_utc
