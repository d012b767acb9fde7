from typing import Literal

ConsentKind = Literal["case", "clinic", "general", "network-contact"]

CONSENT_KIND_VALUES: set[ConsentKind] = {
    "case",
    "clinic",
    "general",
    "network-contact",
}


def check_consent_kind(value: str) -> ConsentKind:
    if value in CONSENT_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CONSENT_KIND_VALUES!r}")
