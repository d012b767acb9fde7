from typing import Literal

ConsentWithHistoryMissingItem = Literal["consent", "documents", "facts"]

CONSENT_WITH_HISTORY_MISSING_ITEM_VALUES: set[ConsentWithHistoryMissingItem] = {
    "consent",
    "documents",
    "facts",
}


def check_consent_with_history_missing_item(value: str) -> ConsentWithHistoryMissingItem:
    if value in CONSENT_WITH_HISTORY_MISSING_ITEM_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {CONSENT_WITH_HISTORY_MISSING_ITEM_VALUES!r}"
    )
