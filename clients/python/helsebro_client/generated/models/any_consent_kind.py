from typing import Literal

AnyConsentKind = Literal["case", "clinic", "general", "network-contact"]

ANY_CONSENT_KIND_VALUES: set[AnyConsentKind] = {
    "case",
    "clinic",
    "general",
    "network-contact",
}


def check_any_consent_kind(value: str) -> AnyConsentKind:
    if value in ANY_CONSENT_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ANY_CONSENT_KIND_VALUES!r}")
