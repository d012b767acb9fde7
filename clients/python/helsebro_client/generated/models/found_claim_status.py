from typing import Literal

FoundClaimStatus = Literal["approved", "awaiting-member", "clarifying", "closed", "denied", "in-review"]

FOUND_CLAIM_STATUS_VALUES: set[FoundClaimStatus] = {
    "approved",
    "awaiting-member",
    "clarifying",
    "closed",
    "denied",
    "in-review",
}


def check_found_claim_status(value: str) -> FoundClaimStatus:
    if value in FOUND_CLAIM_STATUS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {FOUND_CLAIM_STATUS_VALUES!r}")
