from typing import Literal

PaidToConfirmedBy = Literal["person", "representative"]

PAID_TO_CONFIRMED_BY_VALUES: set[PaidToConfirmedBy] = {
    "person",
    "representative",
}


def check_paid_to_confirmed_by(value: str) -> PaidToConfirmedBy:
    if value in PAID_TO_CONFIRMED_BY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PAID_TO_CONFIRMED_BY_VALUES!r}")
