from typing import Literal

OpeningHoursWeekday = Literal["friday", "monday", "saturday", "sunday", "thursday", "tuesday", "wednesday"]

OPENING_HOURS_WEEKDAY_VALUES: set[OpeningHoursWeekday] = {
    "friday",
    "monday",
    "saturday",
    "sunday",
    "thursday",
    "tuesday",
    "wednesday",
}


def check_opening_hours_weekday(value: str) -> OpeningHoursWeekday:
    if value in OPENING_HOURS_WEEKDAY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {OPENING_HOURS_WEEKDAY_VALUES!r}")
