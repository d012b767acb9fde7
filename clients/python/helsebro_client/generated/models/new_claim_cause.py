from typing import Literal

NewClaimCause = Literal["leisure", "unknown", "work"]

NEW_CLAIM_CAUSE_VALUES: set[NewClaimCause] = {
    "leisure",
    "unknown",
    "work",
}


def check_new_claim_cause(value: str) -> NewClaimCause:
    if value in NEW_CLAIM_CAUSE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {NEW_CLAIM_CAUSE_VALUES!r}")
