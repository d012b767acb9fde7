from typing import Literal

ClinicChangeBy = Literal["practitioner", "signatory", "system"]

CLINIC_CHANGE_BY_VALUES: set[ClinicChangeBy] = {
    "practitioner",
    "signatory",
    "system",
}


def check_clinic_change_by(value: str) -> ClinicChangeBy:
    if value in CLINIC_CHANGE_BY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CLINIC_CHANGE_BY_VALUES!r}")
