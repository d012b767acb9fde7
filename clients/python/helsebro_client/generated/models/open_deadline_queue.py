from typing import Literal

OpenDeadlineQueue = Literal[
    "claims", "complaints", "extensions", "network", "payments", "refunds", "underwriting"
]

OPEN_DEADLINE_QUEUE_VALUES: set[OpenDeadlineQueue] = {
    "claims",
    "complaints",
    "extensions",
    "network",
    "payments",
    "refunds",
    "underwriting",
}


def check_open_deadline_queue(value: str) -> OpenDeadlineQueue:
    if value in OPEN_DEADLINE_QUEUE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {OPEN_DEADLINE_QUEUE_VALUES!r}")
