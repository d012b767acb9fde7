from typing import Literal

CalendarPeriodHolidays = Literal["DK", "NO"]

CALENDAR_PERIOD_HOLIDAYS_VALUES: set[CalendarPeriodHolidays] = {
    "DK",
    "NO",
}


def check_calendar_period_holidays(value: str) -> CalendarPeriodHolidays:
    if value in CALENDAR_PERIOD_HOLIDAYS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CALENDAR_PERIOD_HOLIDAYS_VALUES!r}")
