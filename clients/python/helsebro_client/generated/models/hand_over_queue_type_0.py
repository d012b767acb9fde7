from typing import Literal

HandOverQueueType0 = Literal["claims", "complaints", "refunds"]

HAND_OVER_QUEUE_TYPE_0_VALUES: set[HandOverQueueType0] = {
    "claims",
    "complaints",
    "refunds",
}


def check_hand_over_queue_type_0(value: str) -> HandOverQueueType0:
    if value in HAND_OVER_QUEUE_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {HAND_OVER_QUEUE_TYPE_0_VALUES!r}")
