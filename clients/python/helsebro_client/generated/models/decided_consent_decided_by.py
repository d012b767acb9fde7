from typing import Literal

DecidedConsentDecidedBy = Literal["guardian", "member"]

DECIDED_CONSENT_DECIDED_BY_VALUES: set[DecidedConsentDecidedBy] = {
    "guardian",
    "member",
}


def check_decided_consent_decided_by(value: str) -> DecidedConsentDecidedBy:
    if value in DECIDED_CONSENT_DECIDED_BY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {DECIDED_CONSENT_DECIDED_BY_VALUES!r}")
