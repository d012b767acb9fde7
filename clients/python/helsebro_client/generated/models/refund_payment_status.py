from typing import Literal

RefundPaymentStatus = Literal["ended", "paid", "returned", "sent", "waiting"]

REFUND_PAYMENT_STATUS_VALUES: set[RefundPaymentStatus] = {
    "ended",
    "paid",
    "returned",
    "sent",
    "waiting",
}


def check_refund_payment_status(value: str) -> RefundPaymentStatus:
    if value in REFUND_PAYMENT_STATUS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {REFUND_PAYMENT_STATUS_VALUES!r}")
