from typing import Literal

TaskReason = Literal["deadline-missed", "notification-undeliverable", "workflow-failed"]

TASK_REASON_VALUES: set[TaskReason] = {
    "deadline-missed",
    "notification-undeliverable",
    "workflow-failed",
}


def check_task_reason(value: str) -> TaskReason:
    if value in TASK_REASON_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TASK_REASON_VALUES!r}")
