from typing import Literal

ExplanationOutcomeType1 = Literal[
    "approved", "awaiting-member", "clarifying", "closed", "denied", "in-review"
]

EXPLANATION_OUTCOME_TYPE_1_VALUES: set[ExplanationOutcomeType1] = {
    "approved",
    "awaiting-member",
    "clarifying",
    "closed",
    "denied",
    "in-review",
}


def check_explanation_outcome_type_1(value: str) -> ExplanationOutcomeType1:
    if value in EXPLANATION_OUTCOME_TYPE_1_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {EXPLANATION_OUTCOME_TYPE_1_VALUES!r}")
