from typing import Literal

ExplanationOutcomeType0 = Literal["approved", "clarifying", "denied"]

EXPLANATION_OUTCOME_TYPE_0_VALUES: set[ExplanationOutcomeType0] = {
    "approved",
    "clarifying",
    "denied",
}


def check_explanation_outcome_type_0(value: str) -> ExplanationOutcomeType0:
    if value in EXPLANATION_OUTCOME_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {EXPLANATION_OUTCOME_TYPE_0_VALUES!r}")
