from typing import Literal

ComplaintStep = Literal["board", "department", "quality"]

COMPLAINT_STEP_VALUES: set[ComplaintStep] = {
    "board",
    "department",
    "quality",
}


def check_complaint_step(value: str) -> ComplaintStep:
    if value in COMPLAINT_STEP_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {COMPLAINT_STEP_VALUES!r}")
