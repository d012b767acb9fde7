from typing import Literal

NewWorkingTimeService = Literal["first", "follow-up"]

NEW_WORKING_TIME_SERVICE_VALUES: set[NewWorkingTimeService] = {
    "first",
    "follow-up",
}


def check_new_working_time_service(value: str) -> NewWorkingTimeService:
    if value in NEW_WORKING_TIME_SERVICE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {NEW_WORKING_TIME_SERVICE_VALUES!r}")
