from typing import Literal

ClinicStatus = Literal["active", "applied", "ended"]

CLINIC_STATUS_VALUES: set[ClinicStatus] = {
    "active",
    "applied",
    "ended",
}


def check_clinic_status(value: str) -> ClinicStatus:
    if value in CLINIC_STATUS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CLINIC_STATUS_VALUES!r}")
