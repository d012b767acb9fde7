from typing import Literal

ReportedClaimMissingItem = Literal["consent", "documents", "facts"]

REPORTED_CLAIM_MISSING_ITEM_VALUES: set[ReportedClaimMissingItem] = {
    "consent",
    "documents",
    "facts",
}


def check_reported_claim_missing_item(value: str) -> ReportedClaimMissingItem:
    if value in REPORTED_CLAIM_MISSING_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {REPORTED_CLAIM_MISSING_ITEM_VALUES!r}")
