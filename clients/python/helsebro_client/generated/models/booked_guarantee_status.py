from typing import Literal

BookedGuaranteeStatus = Literal["active", "expired", "revoked", "used"]

BOOKED_GUARANTEE_STATUS_VALUES: set[BookedGuaranteeStatus] = {
    "active",
    "expired",
    "revoked",
    "used",
}


def check_booked_guarantee_status(value: str) -> BookedGuaranteeStatus:
    if value in BOOKED_GUARANTEE_STATUS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {BOOKED_GUARANTEE_STATUS_VALUES!r}")
