from typing import Literal

ListDeadlinesQueue = Literal[
    "claims", "complaints", "extensions", "network", "payments", "refunds", "underwriting"
]

LIST_DEADLINES_QUEUE_VALUES: set[ListDeadlinesQueue] = {
    "claims",
    "complaints",
    "extensions",
    "network",
    "payments",
    "refunds",
    "underwriting",
}


def check_list_deadlines_queue(value: str) -> ListDeadlinesQueue:
    if value in LIST_DEADLINES_QUEUE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_DEADLINES_QUEUE_VALUES!r}")
