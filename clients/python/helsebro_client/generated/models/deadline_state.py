from typing import Literal

DeadlineState = Literal["met", "missed", "paused", "running"]

DEADLINE_STATE_VALUES: set[DeadlineState] = {
    "met",
    "missed",
    "paused",
    "running",
}


def check_deadline_state(value: str) -> DeadlineState:
    if value in DEADLINE_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {DEADLINE_STATE_VALUES!r}")
