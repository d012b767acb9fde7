from typing import Literal

NewMandatePowersItem = Literal["act", "contact"]

NEW_MANDATE_POWERS_ITEM_VALUES: set[NewMandatePowersItem] = {
    "act",
    "contact",
}


def check_new_mandate_powers_item(value: str) -> NewMandatePowersItem:
    if value in NEW_MANDATE_POWERS_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {NEW_MANDATE_POWERS_ITEM_VALUES!r}")
