from typing import Literal

SavedDocumentStatus = Literal["accepted", "checking", "rejected", "uploading"]

SAVED_DOCUMENT_STATUS_VALUES: set[SavedDocumentStatus] = {
    "accepted",
    "checking",
    "rejected",
    "uploading",
}


def check_saved_document_status(value: str) -> SavedDocumentStatus:
    if value in SAVED_DOCUMENT_STATUS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SAVED_DOCUMENT_STATUS_VALUES!r}")
