from typing import Literal

PastConsentStatus = Literal["expired", "given", "refused", "undecided", "withdrawn"]

PAST_CONSENT_STATUS_VALUES: set[PastConsentStatus] = {
    "expired",
    "given",
    "refused",
    "undecided",
    "withdrawn",
}


def check_past_consent_status(value: str) -> PastConsentStatus:
    if value in PAST_CONSENT_STATUS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PAST_CONSENT_STATUS_VALUES!r}")
