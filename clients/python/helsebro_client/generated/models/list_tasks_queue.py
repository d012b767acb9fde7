from typing import Literal

ListTasksQueue = Literal[
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

LIST_TASKS_QUEUE_VALUES: set[ListTasksQueue] = {
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


def check_list_tasks_queue(value: str) -> ListTasksQueue:
    if value in LIST_TASKS_QUEUE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_TASKS_QUEUE_VALUES!r}")
