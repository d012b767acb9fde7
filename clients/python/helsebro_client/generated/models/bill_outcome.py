from typing import Literal

BillOutcome = Literal["approved", "denied", "partly-approved"]

BILL_OUTCOME_VALUES: set[BillOutcome] = {
    "approved",
    "denied",
    "partly-approved",
}


def check_bill_outcome(value: str) -> BillOutcome:
    if value in BILL_OUTCOME_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {BILL_OUTCOME_VALUES!r}")
