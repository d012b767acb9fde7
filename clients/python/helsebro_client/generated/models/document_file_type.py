from typing import Literal

DocumentFileType = Literal[
    "imaging-description",
    "invoice",
    "journal",
    "other",
    "other-insurance",
    "police-report",
    "referral",
    "specialist-order",
    "subsidy-statement",
]

DOCUMENT_FILE_TYPE_VALUES: set[DocumentFileType] = {
    "imaging-description",
    "invoice",
    "journal",
    "other",
    "other-insurance",
    "police-report",
    "referral",
    "specialist-order",
    "subsidy-statement",
}


def check_document_file_type(value: str) -> DocumentFileType:
    if value in DOCUMENT_FILE_TYPE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {DOCUMENT_FILE_TYPE_VALUES!r}")
