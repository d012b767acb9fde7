from typing import Literal

ClinicPaidBy = Literal["invoice", "session"]

CLINIC_PAID_BY_VALUES: set[ClinicPaidBy] = {
    "invoice",
    "session",
}


def check_clinic_paid_by(value: str) -> ClinicPaidBy:
    if value in CLINIC_PAID_BY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CLINIC_PAID_BY_VALUES!r}")
