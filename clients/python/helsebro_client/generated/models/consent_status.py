from typing import Literal

ConsentStatus = Literal["expired", "given", "refused", "undecided", "withdrawn"]

CONSENT_STATUS_VALUES: set[ConsentStatus] = {
    "expired",
    "given",
    "refused",
    "undecided",
    "withdrawn",
}


def check_consent_status(value: str) -> ConsentStatus:
    if value in CONSENT_STATUS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CONSENT_STATUS_VALUES!r}")
