from typing import Literal

PaymentLineKind = Literal["invoice", "refund", "session"]

PAYMENT_LINE_KIND_VALUES: set[PaymentLineKind] = {
    "invoice",
    "refund",
    "session",
}


def check_payment_line_kind(value: str) -> PaymentLineKind:
    if value in PAYMENT_LINE_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PAYMENT_LINE_KIND_VALUES!r}")
