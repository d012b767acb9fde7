from typing import Literal

TaskQueue = Literal[
    "claims",
    "complaints",
    "extensions",
    "invoices",
    "network",
    "onboarding",
    "payments",
    "refunds",
    "second-looks",
    "underwriting",
]

TASK_QUEUE_VALUES: set[TaskQueue] = {
    "claims",
    "complaints",
    "extensions",
    "invoices",
    "network",
    "onboarding",
    "payments",
    "refunds",
    "second-looks",
    "underwriting",
}


def check_task_queue(value: str) -> TaskQueue:
    if value in TASK_QUEUE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TASK_QUEUE_VALUES!r}")
