from typing import Literal

DeadlineKind = Literal["assignment", "consultation", "first-answer"]

DEADLINE_KIND_VALUES: set[DeadlineKind] = {
    "assignment",
    "consultation",
    "first-answer",
}


def check_deadline_kind(value: str) -> DeadlineKind:
    if value in DEADLINE_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {DEADLINE_KIND_VALUES!r}")
