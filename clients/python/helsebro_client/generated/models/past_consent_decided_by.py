from typing import Literal

PastConsentDecidedBy = Literal["guardian", "member"]

PAST_CONSENT_DECIDED_BY_VALUES: set[PastConsentDecidedBy] = {
    "guardian",
    "member",
}


def check_past_consent_decided_by(value: str) -> PastConsentDecidedBy:
    if value in PAST_CONSENT_DECIDED_BY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PAST_CONSENT_DECIDED_BY_VALUES!r}")
