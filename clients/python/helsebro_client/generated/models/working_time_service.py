from typing import Literal

WorkingTimeService = Literal["first", "follow-up"]

WORKING_TIME_SERVICE_VALUES: set[WorkingTimeService] = {
    "first",
    "follow-up",
}


def check_working_time_service(value: str) -> WorkingTimeService:
    if value in WORKING_TIME_SERVICE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {WORKING_TIME_SERVICE_VALUES!r}")
