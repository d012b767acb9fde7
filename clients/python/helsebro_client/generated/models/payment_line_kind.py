from typing import Literal

PaymentLineKind = Literal["invoice", "refund"]

PAYMENT_LINE_KIND_VALUES: set[PaymentLineKind] = {
    "invoice",
    "refund",
}


def check_payment_line_kind(value: str) -> PaymentLineKind:
    if value in PAYMENT_LINE_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PAYMENT_LINE_KIND_VALUES!r}")
