from typing import Literal

DocumentStatus = Literal["accepted", "checking", "rejected", "uploading"]

DOCUMENT_STATUS_VALUES: set[DocumentStatus] = {
    "accepted",
    "checking",
    "rejected",
    "uploading",
}


def check_document_status(value: str) -> DocumentStatus:
    if value in DOCUMENT_STATUS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {DOCUMENT_STATUS_VALUES!r}")
