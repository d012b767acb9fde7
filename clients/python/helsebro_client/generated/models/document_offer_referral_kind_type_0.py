from typing import Literal

DocumentOfferReferralKindType0 = Literal["own-doctor", "physiotherapy", "recommendation", "specialist"]

DOCUMENT_OFFER_REFERRAL_KIND_TYPE_0_VALUES: set[DocumentOfferReferralKindType0] = {
    "own-doctor",
    "physiotherapy",
    "recommendation",
    "specialist",
}


def check_document_offer_referral_kind_type_0(value: str) -> DocumentOfferReferralKindType0:
    if value in DOCUMENT_OFFER_REFERRAL_KIND_TYPE_0_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {DOCUMENT_OFFER_REFERRAL_KIND_TYPE_0_VALUES!r}"
    )
