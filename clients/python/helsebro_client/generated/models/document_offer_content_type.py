from typing import Literal

DocumentOfferContentType = Literal[
    "application/pdf",
    "application/x-pdf",
    "image/heic",
    "image/heif",
    "image/jpeg",
    "image/jpg",
    "image/pjpeg",
    "image/png",
]

DOCUMENT_OFFER_CONTENT_TYPE_VALUES: set[DocumentOfferContentType] = {
    "application/pdf",
    "application/x-pdf",
    "image/heic",
    "image/heif",
    "image/jpeg",
    "image/jpg",
    "image/pjpeg",
    "image/png",
}


def check_document_offer_content_type(value: str) -> DocumentOfferContentType:
    if value in DOCUMENT_OFFER_CONTENT_TYPE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {DOCUMENT_OFFER_CONTENT_TYPE_VALUES!r}")
