from typing import Literal

PaymentLineState = Literal["cancelled", "drafted", "left-out", "paid", "released", "returned", "sent"]

PAYMENT_LINE_STATE_VALUES: set[PaymentLineState] = {
    "cancelled",
    "drafted",
    "left-out",
    "paid",
    "released",
    "returned",
    "sent",
}


def check_payment_line_state(value: str) -> PaymentLineState:
    if value in PAYMENT_LINE_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PAYMENT_LINE_STATE_VALUES!r}")
