from typing import Literal

PayableStatus = Literal["approved", "credited", "ordered", "paid"]

PAYABLE_STATUS_VALUES: set[PayableStatus] = {
    "approved",
    "credited",
    "ordered",
    "paid",
}


def check_payable_status(value: str) -> PayableStatus:
    if value in PAYABLE_STATUS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PAYABLE_STATUS_VALUES!r}")
