from typing import Literal

PayableStatus = Literal["approved", "credited", "drafted", "paid", "released", "returned", "sent"]

PAYABLE_STATUS_VALUES: set[PayableStatus] = {
    "approved",
    "credited",
    "drafted",
    "paid",
    "released",
    "returned",
    "sent",
}


def check_payable_status(value: str) -> PayableStatus:
    if value in PAYABLE_STATUS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PAYABLE_STATUS_VALUES!r}")
