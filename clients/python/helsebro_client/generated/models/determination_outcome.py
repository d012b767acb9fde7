from typing import Literal

DeterminationOutcome = Literal["approved", "clarifying", "denied"]

DETERMINATION_OUTCOME_VALUES: set[DeterminationOutcome] = {
    "approved",
    "clarifying",
    "denied",
}


def check_determination_outcome(value: str) -> DeterminationOutcome:
    if value in DETERMINATION_OUTCOME_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {DETERMINATION_OUTCOME_VALUES!r}")
