from typing import Literal

DeterminationReconsideredFor = Literal["complaint", "evidence", "review"]

DETERMINATION_RECONSIDERED_FOR_VALUES: set[DeterminationReconsideredFor] = {
    "complaint",
    "evidence",
    "review",
}


def check_determination_reconsidered_for(value: str) -> DeterminationReconsideredFor:
    if value in DETERMINATION_RECONSIDERED_FOR_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {DETERMINATION_RECONSIDERED_FOR_VALUES!r}")
