from typing import Literal

NewOpeningHoursWeekday = Literal["friday", "monday", "saturday", "sunday", "thursday", "tuesday", "wednesday"]

NEW_OPENING_HOURS_WEEKDAY_VALUES: set[NewOpeningHoursWeekday] = {
    "friday",
    "monday",
    "saturday",
    "sunday",
    "thursday",
    "tuesday",
    "wednesday",
}


def check_new_opening_hours_weekday(value: str) -> NewOpeningHoursWeekday:
    if value in NEW_OPENING_HOURS_WEEKDAY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {NEW_OPENING_HOURS_WEEKDAY_VALUES!r}")
