"""The weeks that a report is asked for, by ``from`` and ``to``; all faults are reported at once (400)."""

from __future__ import annotations

from datetime import datetime, timedelta

from helsebro.errors import BadInput, Fault
from helsebro.local_day import local_day
from helsebro.quality.iso_week import IsoWeek, weeks_between
from helsebro_aws.http.call import Call
from helsebro_aws.http.lists.day_query import day_given

MOST_WEEKS = 104
USUAL = timedelta(weeks=11)
"""The week of today and the eleven before it are shown by default."""


def weeks_given(call: Call, at: datetime, beside: tuple[Fault, ...] = ()) -> tuple[IsoWeek, IsoWeek]:
    """Returns the first and the last week that a call asks for: whole weeks, those of ``from`` and ``to``.

    ``to`` is today by default, ``from`` eleven weeks before it. Raises ``BadInput`` (400) with every fault,
    and with those ``beside`` them.
    """
    faults: list[Fault] = []
    first_day, last_day = day_given(call, "from", faults), day_given(call, "to", faults)
    last_day = last_day or local_day(at, call.caller.country)
    first, last = IsoWeek.of_day(first_day or last_day - USUAL), IsoWeek.of_day(last_day)
    faults = [*faults, *beside] if faults else [*beside, *_of_span(first, last)]
    if faults:
        raise BadInput(faults, malformed=True)
    return first, last


def _of_span(first: IsoWeek, last: IsoWeek) -> list[Fault]:
    if first > last:
        return [Fault("/from", "from-after-to", "")]
    if weeks_between(first, last) > MOST_WEEKS:
        return [Fault("/from", "too-many-weeks", str(MOST_WEEKS))]
    return []
