from typing import Literal

NewCalendarPeriodHolidays = Literal["DK", "NO"]

NEW_CALENDAR_PERIOD_HOLIDAYS_VALUES: set[NewCalendarPeriodHolidays] = {
    "DK",
    "NO",
}


def check_new_calendar_period_holidays(value: str) -> NewCalendarPeriodHolidays:
    if value in NEW_CALENDAR_PERIOD_HOLIDAYS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {NEW_CALENDAR_PERIOD_HOLIDAYS_VALUES!r}")
