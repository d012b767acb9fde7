from typing import Literal

ServiceLevelQueue = Literal[
    "claims", "complaints", "extensions", "network", "payments", "refunds", "underwriting"
]

SERVICE_LEVEL_QUEUE_VALUES: set[ServiceLevelQueue] = {
    "claims",
    "complaints",
    "extensions",
    "network",
    "payments",
    "refunds",
    "underwriting",
}


def check_service_level_queue(value: str) -> ServiceLevelQueue:
    if value in SERVICE_LEVEL_QUEUE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SERVICE_LEVEL_QUEUE_VALUES!r}")
