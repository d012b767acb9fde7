from typing import Literal

ReadClinicStatus = Literal["active", "applied", "ended"]

READ_CLINIC_STATUS_VALUES: set[ReadClinicStatus] = {
    "active",
    "applied",
    "ended",
}


def check_read_clinic_status(value: str) -> ReadClinicStatus:
    if value in READ_CLINIC_STATUS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {READ_CLINIC_STATUS_VALUES!r}")
