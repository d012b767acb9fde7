from typing import Literal

TaskSubjectStep = Literal["board", "department", "quality"]

TASK_SUBJECT_STEP_VALUES: set[TaskSubjectStep] = {
    "board",
    "department",
    "quality",
}


def check_task_subject_step(value: str) -> TaskSubjectStep:
    if value in TASK_SUBJECT_STEP_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TASK_SUBJECT_STEP_VALUES!r}")
