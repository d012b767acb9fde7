from typing import Literal

RequestedRefundStatus = Literal["approved", "denied", "in-review", "paid", "partly-approved", "received"]

REQUESTED_REFUND_STATUS_VALUES: set[RequestedRefundStatus] = {
    "approved",
    "denied",
    "in-review",
    "paid",
    "partly-approved",
    "received",
}


def check_requested_refund_status(value: str) -> RequestedRefundStatus:
    if value in REQUESTED_REFUND_STATUS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {REQUESTED_REFUND_STATUS_VALUES!r}")
