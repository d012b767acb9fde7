from typing import Literal

ConsentVersionKind = Literal["case", "clinic", "general", "network-contact"]

CONSENT_VERSION_KIND_VALUES: set[ConsentVersionKind] = {
    "case",
    "clinic",
    "general",
    "network-contact",
}


def check_consent_version_kind(value: str) -> ConsentVersionKind:
    if value in CONSENT_VERSION_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CONSENT_VERSION_KIND_VALUES!r}")
