from typing import Literal

ReadClinicPaidBy = Literal["invoice", "session"]

READ_CLINIC_PAID_BY_VALUES: set[ReadClinicPaidBy] = {
    "invoice",
    "session",
}


def check_read_clinic_paid_by(value: str) -> ReadClinicPaidBy:
    if value in READ_CLINIC_PAID_BY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {READ_CLINIC_PAID_BY_VALUES!r}")
