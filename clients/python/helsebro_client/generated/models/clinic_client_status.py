from typing import Literal

ClinicClientStatus = Literal["active", "ended", "expired", "revoked", "used"]

CLINIC_CLIENT_STATUS_VALUES: set[ClinicClientStatus] = {
    "active",
    "ended",
    "expired",
    "revoked",
    "used",
}


def check_clinic_client_status(value: str) -> ClinicClientStatus:
    if value in CLINIC_CLIENT_STATUS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CLINIC_CLIENT_STATUS_VALUES!r}")
