from typing import Literal

CaseFactState = Literal["asked", "confirmed", "stated"]

CASE_FACT_STATE_VALUES: set[CaseFactState] = {
    "asked",
    "confirmed",
    "stated",
}


def check_case_fact_state(value: str) -> CaseFactState:
    if value in CASE_FACT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CASE_FACT_STATE_VALUES!r}")
