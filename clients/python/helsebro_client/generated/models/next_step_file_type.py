from typing import Literal

NextStepFileType = Literal[
    "other-insurance", "police-report", "referral", "specialist-order", "subsidy-statement"
]

NEXT_STEP_FILE_TYPE_VALUES: set[NextStepFileType] = {
    "other-insurance",
    "police-report",
    "referral",
    "specialist-order",
    "subsidy-statement",
}


def check_next_step_file_type(value: str) -> NextStepFileType:
    if value in NEXT_STEP_FILE_TYPE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {NEXT_STEP_FILE_TYPE_VALUES!r}")
