from typing import Literal

ReadServiceLevelsQueue = Literal[
    "claims", "complaints", "extensions", "network", "payments", "refunds", "underwriting"
]

READ_SERVICE_LEVELS_QUEUE_VALUES: set[ReadServiceLevelsQueue] = {
    "claims",
    "complaints",
    "extensions",
    "network",
    "payments",
    "refunds",
    "underwriting",
}


def check_read_service_levels_queue(value: str) -> ReadServiceLevelsQueue:
    if value in READ_SERVICE_LEVELS_QUEUE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {READ_SERVICE_LEVELS_QUEUE_VALUES!r}")
