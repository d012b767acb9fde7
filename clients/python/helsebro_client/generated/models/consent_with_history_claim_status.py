from typing import Literal

ConsentWithHistoryClaimStatus = Literal[
    "approved", "awaiting-member", "clarifying", "closed", "denied", "in-review"
]

CONSENT_WITH_HISTORY_CLAIM_STATUS_VALUES: set[ConsentWithHistoryClaimStatus] = {
    "approved",
    "awaiting-member",
    "clarifying",
    "closed",
    "denied",
    "in-review",
}


def check_consent_with_history_claim_status(value: str) -> ConsentWithHistoryClaimStatus:
    if value in CONSENT_WITH_HISTORY_CLAIM_STATUS_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {CONSENT_WITH_HISTORY_CLAIM_STATUS_VALUES!r}"
    )
