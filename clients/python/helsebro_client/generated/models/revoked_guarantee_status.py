from typing import Literal

RevokedGuaranteeStatus = Literal["active", "expired", "revoked", "used"]

REVOKED_GUARANTEE_STATUS_VALUES: set[RevokedGuaranteeStatus] = {
    "active",
    "expired",
    "revoked",
    "used",
}


def check_revoked_guarantee_status(value: str) -> RevokedGuaranteeStatus:
    if value in REVOKED_GUARANTEE_STATUS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {REVOKED_GUARANTEE_STATUS_VALUES!r}")
