"""A day in the query of a call."""

from __future__ import annotations

import re
from datetime import date

from helsebro.errors import Fault
from helsebro.local_day import YEARS
from helsebro_aws.http.call import Call

DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def day_given(call: Call, name: str, faults: list[Fault]) -> date | None:
    """Returns the day of a query parameter, None without one; a fault of it is added to ``faults``."""
    text = call.given(name)
    if text is None:
        return None
    try:
        day = date.fromisoformat(text) if DAY.fullmatch(text) else None
    except ValueError:
        day = None
    if day is None:
        faults.append(Fault(f"/{name}", "not-a-date", ""))
    elif day.year not in YEARS:
        faults.append(Fault(f"/{name}", "date-out-of-range", f"{YEARS[0]}–{YEARS[-1]}"))
    return day
