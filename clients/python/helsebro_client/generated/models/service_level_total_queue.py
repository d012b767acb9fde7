from typing import Literal

ServiceLevelTotalQueue = Literal[
    "claims", "complaints", "extensions", "network", "payments", "refunds", "underwriting"
]

SERVICE_LEVEL_TOTAL_QUEUE_VALUES: set[ServiceLevelTotalQueue] = {
    "claims",
    "complaints",
    "extensions",
    "network",
    "payments",
    "refunds",
    "underwriting",
}


def check_service_level_total_queue(value: str) -> ServiceLevelTotalQueue:
    if value in SERVICE_LEVEL_TOTAL_QUEUE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SERVICE_LEVEL_TOTAL_QUEUE_VALUES!r}")
