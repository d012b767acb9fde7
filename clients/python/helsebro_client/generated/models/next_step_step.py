from typing import Literal

NextStepStep = Literal["board", "department", "quality"]

NEXT_STEP_STEP_VALUES: set[NextStepStep] = {
    "board",
    "department",
    "quality",
}


def check_next_step_step(value: str) -> NextStepStep:
    if value in NEXT_STEP_STEP_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {NEXT_STEP_STEP_VALUES!r}")
