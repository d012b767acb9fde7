from typing import Literal

NextStepOutcome = Literal["covered", "needs-evidence", "not-covered", "refer"]

NEXT_STEP_OUTCOME_VALUES: set[NextStepOutcome] = {
    "covered",
    "needs-evidence",
    "not-covered",
    "refer",
}


def check_next_step_outcome(value: str) -> NextStepOutcome:
    if value in NEXT_STEP_OUTCOME_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {NEXT_STEP_OUTCOME_VALUES!r}")
