from typing import Literal

DocumentContentType = Literal["application/pdf", "image/heic", "image/jpeg", "image/png"]

DOCUMENT_CONTENT_TYPE_VALUES: set[DocumentContentType] = {
    "application/pdf",
    "image/heic",
    "image/jpeg",
    "image/png",
}


def check_document_content_type(value: str) -> DocumentContentType:
    if value in DOCUMENT_CONTENT_TYPE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {DOCUMENT_CONTENT_TYPE_VALUES!r}")
