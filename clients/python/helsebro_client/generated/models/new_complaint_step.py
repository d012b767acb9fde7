from typing import Literal

NewComplaintStep = Literal["board", "department", "quality"]

NEW_COMPLAINT_STEP_VALUES: set[NewComplaintStep] = {
    "board",
    "department",
    "quality",
}


def check_new_complaint_step(value: str) -> NewComplaintStep:
    if value in NEW_COMPLAINT_STEP_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {NEW_COMPLAINT_STEP_VALUES!r}")
