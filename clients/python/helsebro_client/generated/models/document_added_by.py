from typing import Literal

DocumentAddedBy = Literal["caseworker", "guardian", "holder", "member"]

DOCUMENT_ADDED_BY_VALUES: set[DocumentAddedBy] = {
    "caseworker",
    "guardian",
    "holder",
    "member",
}


def check_document_added_by(value: str) -> DocumentAddedBy:
    if value in DOCUMENT_ADDED_BY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {DOCUMENT_ADDED_BY_VALUES!r}")
