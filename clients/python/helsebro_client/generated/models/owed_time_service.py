from typing import Literal

OwedTimeService = Literal["debriefing", "first", "follow-up"]

OWED_TIME_SERVICE_VALUES: set[OwedTimeService] = {
    "debriefing",
    "first",
    "follow-up",
}


def check_owed_time_service(value: str) -> OwedTimeService:
    if value in OWED_TIME_SERVICE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {OWED_TIME_SERVICE_VALUES!r}")
