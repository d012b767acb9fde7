from typing import Literal

NewWorkingTimeWeekday = Literal["friday", "monday", "saturday", "sunday", "thursday", "tuesday", "wednesday"]

NEW_WORKING_TIME_WEEKDAY_VALUES: set[NewWorkingTimeWeekday] = {
    "friday",
    "monday",
    "saturday",
    "sunday",
    "thursday",
    "tuesday",
    "wednesday",
}


def check_new_working_time_weekday(value: str) -> NewWorkingTimeWeekday:
    if value in NEW_WORKING_TIME_WEEKDAY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {NEW_WORKING_TIME_WEEKDAY_VALUES!r}")
