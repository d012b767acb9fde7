"""The calendar of a payer: whose public holidays count in the deadlines of its cases."""

from __future__ import annotations

from helsebro.work_calendar import CalendarPeriod, WorkCalendar
from helsebro_aws.dynamodb.record import read_as
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.policies.keys import payer_key


def calendar_of(payer: str, country: str, on: Tables = tables) -> WorkCalendar:
    """Returns the days of a case in ``country``, with one read of the payer.

    A payer that set no calendar has that of the country.
    """
    item = on.get(on.settings.people_table, *payer_key(payer), only=("calendars",)) or {}
    return WorkCalendar(country, read_as(tuple[CalendarPeriod, ...], item.get("calendars", [])))
