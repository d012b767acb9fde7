from typing import Literal

DecidedTaskQueue = Literal[
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

DECIDED_TASK_QUEUE_VALUES: set[DecidedTaskQueue] = {
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


def check_decided_task_queue(value: str) -> DecidedTaskQueue:
    if value in DECIDED_TASK_QUEUE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {DECIDED_TASK_QUEUE_VALUES!r}")
