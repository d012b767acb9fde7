from typing import Literal

OpenDeadlineState = Literal["missed", "paused", "running"]

OPEN_DEADLINE_STATE_VALUES: set[OpenDeadlineState] = {
    "missed",
    "paused",
    "running",
}


def check_open_deadline_state(value: str) -> OpenDeadlineState:
    if value in OPEN_DEADLINE_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {OPEN_DEADLINE_STATE_VALUES!r}")
