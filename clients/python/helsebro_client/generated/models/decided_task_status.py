from typing import Literal

DecidedTaskStatus = Literal["decided", "open"]

DECIDED_TASK_STATUS_VALUES: set[DecidedTaskStatus] = {
    "decided",
    "open",
}


def check_decided_task_status(value: str) -> DecidedTaskStatus:
    if value in DECIDED_TASK_STATUS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {DECIDED_TASK_STATUS_VALUES!r}")
