from typing import Literal

AnyConsentStatus = Literal["expired", "given", "refused", "undecided", "withdrawn"]

ANY_CONSENT_STATUS_VALUES: set[AnyConsentStatus] = {
    "expired",
    "given",
    "refused",
    "undecided",
    "withdrawn",
}


def check_any_consent_status(value: str) -> AnyConsentStatus:
    if value in ANY_CONSENT_STATUS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ANY_CONSENT_STATUS_VALUES!r}")
