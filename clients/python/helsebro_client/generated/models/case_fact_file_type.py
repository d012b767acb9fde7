from typing import Literal

CaseFactFileType = Literal[
    "other-insurance", "police-report", "referral", "specialist-order", "subsidy-statement"
]

CASE_FACT_FILE_TYPE_VALUES: set[CaseFactFileType] = {
    "other-insurance",
    "police-report",
    "referral",
    "specialist-order",
    "subsidy-statement",
}


def check_case_fact_file_type(value: str) -> CaseFactFileType:
    if value in CASE_FACT_FILE_TYPE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CASE_FACT_FILE_TYPE_VALUES!r}")
