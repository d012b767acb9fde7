from typing import Literal

GuaranteeStatus = Literal["active", "ended", "expired", "revoked", "used"]

GUARANTEE_STATUS_VALUES: set[GuaranteeStatus] = {
    "active",
    "ended",
    "expired",
    "revoked",
    "used",
}


def check_guarantee_status(value: str) -> GuaranteeStatus:
    if value in GUARANTEE_STATUS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {GUARANTEE_STATUS_VALUES!r}")
