from typing import Literal

MandatePowersItem = Literal["act", "contact"]

MANDATE_POWERS_ITEM_VALUES: set[MandatePowersItem] = {
    "act",
    "contact",
}


def check_mandate_powers_item(value: str) -> MandatePowersItem:
    if value in MANDATE_POWERS_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {MANDATE_POWERS_ITEM_VALUES!r}")
