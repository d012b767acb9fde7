from typing import Literal

CaseFactUnit = Literal["hours", "km", "nights", "sessions"]

CASE_FACT_UNIT_VALUES: set[CaseFactUnit] = {
    "hours",
    "km",
    "nights",
    "sessions",
}


def check_case_fact_unit(value: str) -> CaseFactUnit:
    if value in CASE_FACT_UNIT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CASE_FACT_UNIT_VALUES!r}")
