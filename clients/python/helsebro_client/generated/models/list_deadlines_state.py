from typing import Literal

ListDeadlinesState = Literal["missed", "paused", "running"]

LIST_DEADLINES_STATE_VALUES: set[ListDeadlinesState] = {
    "missed",
    "paused",
    "running",
}


def check_list_deadlines_state(value: str) -> ListDeadlinesState:
    if value in LIST_DEADLINES_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_DEADLINES_STATE_VALUES!r}")
