from typing import Literal

ClinicConsentKind = Literal["case", "clinic", "general", "network-contact"]

CLINIC_CONSENT_KIND_VALUES: set[ClinicConsentKind] = {
    "case",
    "clinic",
    "general",
    "network-contact",
}


def check_clinic_consent_kind(value: str) -> ClinicConsentKind:
    if value in CLINIC_CONSENT_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CLINIC_CONSENT_KIND_VALUES!r}")
