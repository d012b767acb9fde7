from typing import Literal

OwedTimeBecause = Literal["cancelled-late", "missed", "moved-late"]

OWED_TIME_BECAUSE_VALUES: set[OwedTimeBecause] = {
    "cancelled-late",
    "missed",
    "moved-late",
}


def check_owed_time_because(value: str) -> OwedTimeBecause:
    if value in OWED_TIME_BECAUSE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {OWED_TIME_BECAUSE_VALUES!r}")
