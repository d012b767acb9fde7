from typing import Literal

ChangeOutcomeType0 = Literal["covered", "needs-evidence", "not-covered", "refer"]

CHANGE_OUTCOME_TYPE_0_VALUES: set[ChangeOutcomeType0] = {
    "covered",
    "needs-evidence",
    "not-covered",
    "refer",
}


def check_change_outcome_type_0(value: str) -> ChangeOutcomeType0:
    if value in CHANGE_OUTCOME_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CHANGE_OUTCOME_TYPE_0_VALUES!r}")
