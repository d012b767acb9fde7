from typing import Literal

RefundTreatmentOutcome = Literal["approved", "denied", "partly-approved"]

REFUND_TREATMENT_OUTCOME_VALUES: set[RefundTreatmentOutcome] = {
    "approved",
    "denied",
    "partly-approved",
}


def check_refund_treatment_outcome(value: str) -> RefundTreatmentOutcome:
    if value in REFUND_TREATMENT_OUTCOME_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {REFUND_TREATMENT_OUTCOME_VALUES!r}")
