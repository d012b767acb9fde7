from typing import Literal

ClinicConsentStatus = Literal["expired", "given", "refused", "undecided", "withdrawn"]

CLINIC_CONSENT_STATUS_VALUES: set[ClinicConsentStatus] = {
    "expired",
    "given",
    "refused",
    "undecided",
    "withdrawn",
}


def check_clinic_consent_status(value: str) -> ClinicConsentStatus:
    if value in CLINIC_CONSENT_STATUS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CLINIC_CONSENT_STATUS_VALUES!r}")
