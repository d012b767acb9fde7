from typing import Literal

ClinicEndingWhy = Literal["declined", "denied", "expired"]

CLINIC_ENDING_WHY_VALUES: set[ClinicEndingWhy] = {
    "declined",
    "denied",
    "expired",
}


def check_clinic_ending_why(value: str) -> ClinicEndingWhy:
    if value in CLINIC_ENDING_WHY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CLINIC_ENDING_WHY_VALUES!r}")
