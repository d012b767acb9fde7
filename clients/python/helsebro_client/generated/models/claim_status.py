from typing import Literal

ClaimStatus = Literal["approved", "awaiting-member", "clarifying", "closed", "denied", "in-review"]

CLAIM_STATUS_VALUES: set[ClaimStatus] = {
    "approved",
    "awaiting-member",
    "clarifying",
    "closed",
    "denied",
    "in-review",
}


def check_claim_status(value: str) -> ClaimStatus:
    if value in CLAIM_STATUS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CLAIM_STATUS_VALUES!r}")
