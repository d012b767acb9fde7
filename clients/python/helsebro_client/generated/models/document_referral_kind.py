from typing import Literal

DocumentReferralKind = Literal["own-doctor", "physiotherapy", "recommendation", "specialist"]

DOCUMENT_REFERRAL_KIND_VALUES: set[DocumentReferralKind] = {
    "own-doctor",
    "physiotherapy",
    "recommendation",
    "specialist",
}


def check_document_referral_kind(value: str) -> DocumentReferralKind:
    if value in DOCUMENT_REFERRAL_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {DOCUMENT_REFERRAL_KIND_VALUES!r}")
