from typing import Literal

MadeComplaintStep = Literal["board", "department", "quality"]

MADE_COMPLAINT_STEP_VALUES: set[MadeComplaintStep] = {
    "board",
    "department",
    "quality",
}


def check_made_complaint_step(value: str) -> MadeComplaintStep:
    if value in MADE_COMPLAINT_STEP_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {MADE_COMPLAINT_STEP_VALUES!r}")
