from typing import Literal

NewPersonalConsentKind = Literal["general", "network-contact"]

NEW_PERSONAL_CONSENT_KIND_VALUES: set[NewPersonalConsentKind] = {
    "general",
    "network-contact",
}


def check_new_personal_consent_kind(value: str) -> NewPersonalConsentKind:
    if value in NEW_PERSONAL_CONSENT_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {NEW_PERSONAL_CONSENT_KIND_VALUES!r}")
