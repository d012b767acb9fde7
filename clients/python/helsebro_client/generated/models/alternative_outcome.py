from typing import Literal

AlternativeOutcome = Literal["covered", "needs-evidence", "not-covered", "refer"]

ALTERNATIVE_OUTCOME_VALUES: set[AlternativeOutcome] = {
    "covered",
    "needs-evidence",
    "not-covered",
    "refer",
}


def check_alternative_outcome(value: str) -> AlternativeOutcome:
    if value in ALTERNATIVE_OUTCOME_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ALTERNATIVE_OUTCOME_VALUES!r}")
