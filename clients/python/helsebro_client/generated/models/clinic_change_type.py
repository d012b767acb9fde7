from typing import Literal

ClinicChangeType = Literal[
    "clinic.changed", "practitioner.changed", "practitioner.ended", "practitioner.registered"
]

CLINIC_CHANGE_TYPE_VALUES: set[ClinicChangeType] = {
    "clinic.changed",
    "practitioner.changed",
    "practitioner.ended",
    "practitioner.registered",
}


def check_clinic_change_type(value: str) -> ClinicChangeType:
    if value in CLINIC_CHANGE_TYPE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CLINIC_CHANGE_TYPE_VALUES!r}")
