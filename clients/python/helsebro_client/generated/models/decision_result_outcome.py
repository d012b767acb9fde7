from typing import Literal

DecisionResultOutcome = Literal["covered", "needs-evidence", "not-covered", "refer"]

DECISION_RESULT_OUTCOME_VALUES: set[DecisionResultOutcome] = {
    "covered",
    "needs-evidence",
    "not-covered",
    "refer",
}


def check_decision_result_outcome(value: str) -> DecisionResultOutcome:
    if value in DECISION_RESULT_OUTCOME_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {DECISION_RESULT_OUTCOME_VALUES!r}")
