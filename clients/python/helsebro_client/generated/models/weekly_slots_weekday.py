from typing import Literal

WeeklySlotsWeekday = Literal["friday", "monday", "saturday", "sunday", "thursday", "tuesday", "wednesday"]

WEEKLY_SLOTS_WEEKDAY_VALUES: set[WeeklySlotsWeekday] = {
    "friday",
    "monday",
    "saturday",
    "sunday",
    "thursday",
    "tuesday",
    "wednesday",
}


def check_weekly_slots_weekday(value: str) -> WeeklySlotsWeekday:
    if value in WEEKLY_SLOTS_WEEKDAY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {WEEKLY_SLOTS_WEEKDAY_VALUES!r}")
