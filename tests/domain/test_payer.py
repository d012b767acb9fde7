from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from helsebro.errors import BadInput
from helsebro.payer import Contact, Payer, StaffContact
from helsebro.work_calendar import CalendarPeriod

NEW_YEAR, LAST_DAY, NEXT_YEAR = date(2026, 1, 1), date(2026, 12, 31), date(2027, 1, 1)
DANISH = CalendarPeriod("DK", NEW_YEAR, LAST_DAY)


def payer_with(*calendars: CalendarPeriod) -> Payer:
    contact = Contact("help@example.org", "70112233", "")
    return Payer("tryg", "Tryg", "insurer", "DK", "DKK", contact, "5790000000005", calendars=calendars)


@pytest.mark.parametrize(
    "calendars",
    [
        (),
        (DANISH, CalendarPeriod("NO", NEXT_YEAR)),
        (CalendarPeriod("NO", NEXT_YEAR), DANISH),
        (CalendarPeriod("DK", NEW_YEAR, NEW_YEAR),),
    ],
    ids=["none", "one after the other", "in any order", "a single day"],
)
def test_a_payer_may_change_whose_holidays_count(calendars: tuple[CalendarPeriod, ...]) -> None:
    assert payer_with(*calendars).calendars == calendars


@pytest.mark.parametrize(
    "calendars, faults",
    [
        (
            (CalendarPeriod("DK", LAST_DAY, NEW_YEAR),),
            [("/calendars/0/until", "calendar-ends-before-it-begins")],
        ),
        ((DANISH, CalendarPeriod("NO", LAST_DAY)), [("/calendars/1/from", "calendars-overlap")]),
        ((CalendarPeriod("NO", NEW_YEAR), DANISH), [("/calendars/1/from", "calendars-overlap")]),
        (
            (DANISH, CalendarPeriod("NO", LAST_DAY, NEW_YEAR), CalendarPeriod("DK", NEW_YEAR)),
            [
                ("/calendars/1/until", "calendar-ends-before-it-begins"),
                ("/calendars/2/from", "calendars-overlap"),
            ],
        ),
    ],
    ids=["backwards", "a day in common", "without an end", "every fault"],
)
def test_calendars_that_contradict_themselves_are_refused(
    calendars: tuple[CalendarPeriod, ...], faults: list[tuple[str, str]]
) -> None:
    with pytest.raises(BadInput) as refused:
        payer_with(*calendars)
    assert [(fault.pointer, fault.code) for fault in refused.value.faults] == faults


@pytest.mark.parametrize(
    "staff, queue, email",
    [
        (None, "claims", "help@example.org"),
        (StaffContact("team@example.org"), "claims", "team@example.org"),
        (StaffContact("team@example.org", {"refunds": "money@example.org"}), "claims", "team@example.org"),
        (StaffContact("team@example.org", {"refunds": "money@example.org"}), "refunds", "money@example.org"),
    ],
    ids=["none", "one for all", "another queue", "its own"],
)
def test_the_staff_of_a_queue_have_an_address(staff: StaffContact | None, queue: str, email: str) -> None:
    assert replace(payer_with(), staff_contact=staff).staff_email(queue) == email
