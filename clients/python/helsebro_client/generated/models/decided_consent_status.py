from typing import Literal

DecidedConsentStatus = Literal["expired", "given", "refused", "undecided", "withdrawn"]

DECIDED_CONSENT_STATUS_VALUES: set[DecidedConsentStatus] = {
    "expired",
    "given",
    "refused",
    "undecided",
    "withdrawn",
}


def check_decided_consent_status(value: str) -> DecidedConsentStatus:
    if value in DECIDED_CONSENT_STATUS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {DECIDED_CONSENT_STATUS_VALUES!r}")
