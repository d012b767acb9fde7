"""``?asOf=``: the day for which a route answers."""

from __future__ import annotations

from datetime import date

from helsebro.errors import BadInput, Fault
from helsebro.local_day import YEARS
from helsebro_aws.http.call import Call


def as_of(call: Call, today: date) -> date:
    """Returns the day that ``?asOf=`` names, by default today. Raises ``BadInput`` (400)."""
    text = call.query("asOf")
    if text is None:
        return today
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    # ``fromisoformat`` would also take 20260101 and 2026-W01-1.
    if day is None or day.isoformat() != text:
        raise BadInput([Fault("/asOf", "not-a-date", "")], malformed=True)
    if day.year not in YEARS:
        raise BadInput([Fault("/asOf", "date-out-of-range", f"{YEARS[0]}–{YEARS[-1]}")], malformed=True)
    return day
