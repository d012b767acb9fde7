from typing import Literal

ReportedClaimStatus = Literal["approved", "awaiting-member", "clarifying", "closed", "denied", "in-review"]

REPORTED_CLAIM_STATUS_VALUES: set[ReportedClaimStatus] = {
    "approved",
    "awaiting-member",
    "clarifying",
    "closed",
    "denied",
    "in-review",
}


def check_reported_claim_status(value: str) -> ReportedClaimStatus:
    if value in REPORTED_CLAIM_STATUS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {REPORTED_CLAIM_STATUS_VALUES!r}")
