from typing import Literal

FormFactFileType = Literal[
    "other-insurance", "police-report", "referral", "specialist-order", "subsidy-statement"
]

FORM_FACT_FILE_TYPE_VALUES: set[FormFactFileType] = {
    "other-insurance",
    "police-report",
    "referral",
    "specialist-order",
    "subsidy-statement",
}


def check_form_fact_file_type(value: str) -> FormFactFileType:
    if value in FORM_FACT_FILE_TYPE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {FORM_FACT_FILE_TYPE_VALUES!r}")
