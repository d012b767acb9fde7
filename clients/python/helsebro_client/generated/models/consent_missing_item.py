from typing import Literal

ConsentMissingItem = Literal["consent", "documents", "facts"]

CONSENT_MISSING_ITEM_VALUES: set[ConsentMissingItem] = {
    "consent",
    "documents",
    "facts",
}


def check_consent_missing_item(value: str) -> ConsentMissingItem:
    if value in CONSENT_MISSING_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CONSENT_MISSING_ITEM_VALUES!r}")
