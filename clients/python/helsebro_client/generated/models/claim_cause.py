from typing import Literal

ClaimCause = Literal["leisure", "unknown", "work"]

CLAIM_CAUSE_VALUES: set[ClaimCause] = {
    "leisure",
    "unknown",
    "work",
}


def check_claim_cause(value: str) -> ClaimCause:
    if value in CLAIM_CAUSE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CLAIM_CAUSE_VALUES!r}")
