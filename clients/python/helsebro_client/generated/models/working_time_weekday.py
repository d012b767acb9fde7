from typing import Literal

WorkingTimeWeekday = Literal["friday", "monday", "saturday", "sunday", "thursday", "tuesday", "wednesday"]

WORKING_TIME_WEEKDAY_VALUES: set[WorkingTimeWeekday] = {
    "friday",
    "monday",
    "saturday",
    "sunday",
    "thursday",
    "tuesday",
    "wednesday",
}


def check_working_time_weekday(value: str) -> WorkingTimeWeekday:
    if value in WORKING_TIME_WEEKDAY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {WORKING_TIME_WEEKDAY_VALUES!r}")
