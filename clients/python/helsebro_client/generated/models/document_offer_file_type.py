from typing import Literal

DocumentOfferFileType = Literal[
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

DOCUMENT_OFFER_FILE_TYPE_VALUES: set[DocumentOfferFileType] = {
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


def check_document_offer_file_type(value: str) -> DocumentOfferFileType:
    if value in DOCUMENT_OFFER_FILE_TYPE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {DOCUMENT_OFFER_FILE_TYPE_VALUES!r}")
