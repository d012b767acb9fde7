from typing import Literal

ClaimMissingItem = Literal["consent", "documents", "facts"]

CLAIM_MISSING_ITEM_VALUES: set[ClaimMissingItem] = {
    "consent",
    "documents",
    "facts",
}


def check_claim_missing_item(value: str) -> ClaimMissingItem:
    if value in CLAIM_MISSING_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CLAIM_MISSING_ITEM_VALUES!r}")
