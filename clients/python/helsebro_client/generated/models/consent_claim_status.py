from typing import Literal

ConsentClaimStatus = Literal["approved", "awaiting-member", "clarifying", "closed", "denied", "in-review"]

CONSENT_CLAIM_STATUS_VALUES: set[ConsentClaimStatus] = {
    "approved",
    "awaiting-member",
    "clarifying",
    "closed",
    "denied",
    "in-review",
}


def check_consent_claim_status(value: str) -> ConsentClaimStatus:
    if value in CONSENT_CLAIM_STATUS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CONSENT_CLAIM_STATUS_VALUES!r}")
