from typing import Literal

HeldMandatePowersItem = Literal["act", "contact"]

HELD_MANDATE_POWERS_ITEM_VALUES: set[HeldMandatePowersItem] = {
    "act",
    "contact",
}


def check_held_mandate_powers_item(value: str) -> HeldMandatePowersItem:
    if value in HELD_MANDATE_POWERS_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {HELD_MANDATE_POWERS_ITEM_VALUES!r}")
