from typing import Literal

GuaranteeValidityStatus = Literal["active", "expired", "revoked", "used"]

GUARANTEE_VALIDITY_STATUS_VALUES: set[GuaranteeValidityStatus] = {
    "active",
    "expired",
    "revoked",
    "used",
}


def check_guarantee_validity_status(value: str) -> GuaranteeValidityStatus:
    if value in GUARANTEE_VALIDITY_STATUS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {GUARANTEE_VALIDITY_STATUS_VALUES!r}")
