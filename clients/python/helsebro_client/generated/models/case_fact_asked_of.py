from typing import Literal

CaseFactAskedOf = Literal["clinic", "member", "staff"]

CASE_FACT_ASKED_OF_VALUES: set[CaseFactAskedOf] = {
    "clinic",
    "member",
    "staff",
}


def check_case_fact_asked_of(value: str) -> CaseFactAskedOf:
    if value in CASE_FACT_ASKED_OF_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CASE_FACT_ASKED_OF_VALUES!r}")
