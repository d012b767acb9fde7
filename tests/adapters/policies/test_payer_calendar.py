from __future__ import annotations

from datetime import date

import pytest

from helsebro.payer import Contact, Payer
from helsebro.work_calendar import CalendarPeriod, WorkCalendar
from helsebro_aws.policies.dynamo_payers import DynamoPayers
from helsebro_aws.policies.payer_calendar import calendar_of

CONTACT = Contact("help@example.org", "70112233", "")
NORWEGIAN = (CalendarPeriod("NO", date(2026, 1, 1), date(2026, 12, 31)),)
CONSTITUTION_DAY = date(2026, 5, 17)

pytestmark = pytest.mark.usefixtures("aws")


def test_a_payers_own_calendar_counts_and_the_case_keeps_its_zone() -> None:
    DynamoPayers().set(Payer("tryg", "Tryg", "insurer", "DK", "DKK", CONTACT, "1", calendars=NORWEGIAN))
    calendar = calendar_of("tryg", "DK")
    assert calendar == WorkCalendar("DK", NORWEGIAN)
    assert calendar.holidays_on(CONSTITUTION_DAY) == "NO"
    assert calendar.holidays_on(date(2027, 1, 1)) == "DK"


@pytest.mark.parametrize("country", ["DK", "NO"])
def test_without_a_calendar_the_holidays_of_the_country_count(country: str) -> None:
    DynamoPayers().set(Payer("tryg", "Tryg", "insurer", "DK", "DKK", CONTACT, "1"))
    assert calendar_of("tryg", country) == calendar_of("unknown", country) == WorkCalendar(country)
