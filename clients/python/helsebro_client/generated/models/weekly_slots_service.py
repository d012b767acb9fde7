from typing import Literal

WeeklySlotsService = Literal["first", "follow-up"]

WEEKLY_SLOTS_SERVICE_VALUES: set[WeeklySlotsService] = {
    "first",
    "follow-up",
}


def check_weekly_slots_service(value: str) -> WeeklySlotsService:
    if value in WEEKLY_SLOTS_SERVICE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {WEEKLY_SLOTS_SERVICE_VALUES!r}")
