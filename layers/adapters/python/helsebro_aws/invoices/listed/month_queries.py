"""The query parameters of the counts of findings; all their faults are reported at once (400)."""

from __future__ import annotations

import re
from datetime import date

from helsebro.errors import BadInput, Fault
from helsebro_aws.http.call import Call

MONTH = re.compile(r"(20\d\d)-(0[1-9]|1[0-2])")
USUAL, MOST = 12, 36
"""The months that are shown by default, and at most."""


def months_asked(call: Call, today: date) -> tuple[date, date]:
    """Returns the first days of the first and the last month, from ``from`` to ``to``.

    ``to`` is this month by default, ``from`` eleven months before it. Raises ``BadInput`` (400).
    """
    faults: list[Fault] = []
    first, last = _month(call, "from", faults), _month(call, "to", faults)
    if not faults:
        last = last or today.replace(day=1)
        first = first or _back(last, USUAL - 1)
        if first > last:
            faults = [Fault("/from", "from-after-to", "")]
        elif _back(last, MOST - 1) > first:
            faults = [Fault("/from", "too-many-months", str(MOST))]
    if faults or first is None or last is None:
        raise BadInput(faults, malformed=True)
    return first, last


def _month(call: Call, name: str, faults: list[Fault]) -> date | None:
    text = call.given(name)
    if text is None:
        return None
    found = MONTH.fullmatch(text)
    if found is None:
        faults.append(Fault(f"/{name}", "not-a-month", ""))
        return None
    return date(int(found[1]), int(found[2]), 1)


def _back(month: date, count: int) -> date:
    months = month.year * 12 + month.month - 1 - count
    return date(months // 12, months % 12 + 1, 1)
