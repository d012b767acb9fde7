from typing import Literal

FlipOutcome = Literal["covered", "needs-evidence", "not-covered", "refer"]

FLIP_OUTCOME_VALUES: set[FlipOutcome] = {
    "covered",
    "needs-evidence",
    "not-covered",
    "refer",
}


def check_flip_outcome(value: str) -> FlipOutcome:
    if value in FLIP_OUTCOME_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {FLIP_OUTCOME_VALUES!r}")
