from typing import Literal

PayableKind = Literal["invoice", "refund", "session"]

PAYABLE_KIND_VALUES: set[PayableKind] = {
    "invoice",
    "refund",
    "session",
}


def check_payable_kind(value: str) -> PayableKind:
    if value in PAYABLE_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PAYABLE_KIND_VALUES!r}")
