from typing import Literal

ClaimGuidanceMissingItem = Literal["consent", "documents", "facts"]

CLAIM_GUIDANCE_MISSING_ITEM_VALUES: set[ClaimGuidanceMissingItem] = {
    "consent",
    "documents",
    "facts",
}


def check_claim_guidance_missing_item(value: str) -> ClaimGuidanceMissingItem:
    if value in CLAIM_GUIDANCE_MISSING_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CLAIM_GUIDANCE_MISSING_ITEM_VALUES!r}")
