from typing import Literal

RefundStatus = Literal["approved", "denied", "in-review", "paid", "partly-approved", "received"]

REFUND_STATUS_VALUES: set[RefundStatus] = {
    "approved",
    "denied",
    "in-review",
    "paid",
    "partly-approved",
    "received",
}


def check_refund_status(value: str) -> RefundStatus:
    if value in REFUND_STATUS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {REFUND_STATUS_VALUES!r}")
