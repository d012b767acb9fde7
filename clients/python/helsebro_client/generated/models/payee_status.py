from typing import Literal

PayeeStatus = Literal["ended", "in-force", "registered", "rejected", "waiting"]

PAYEE_STATUS_VALUES: set[PayeeStatus] = {
    "ended",
    "in-force",
    "registered",
    "rejected",
    "waiting",
}


def check_payee_status(value: str) -> PayeeStatus:
    if value in PAYEE_STATUS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PAYEE_STATUS_VALUES!r}")
