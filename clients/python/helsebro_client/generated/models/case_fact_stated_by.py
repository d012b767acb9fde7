from typing import Literal

CaseFactStatedBy = Literal["caseworker", "guardian", "holder", "member"]

CASE_FACT_STATED_BY_VALUES: set[CaseFactStatedBy] = {
    "caseworker",
    "guardian",
    "holder",
    "member",
}


def check_case_fact_stated_by(value: str) -> CaseFactStatedBy:
    if value in CASE_FACT_STATED_BY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CASE_FACT_STATED_BY_VALUES!r}")
