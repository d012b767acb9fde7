from typing import Literal

GivenMandatePowersItem = Literal["act", "contact"]

GIVEN_MANDATE_POWERS_ITEM_VALUES: set[GivenMandatePowersItem] = {
    "act",
    "contact",
}


def check_given_mandate_powers_item(value: str) -> GivenMandatePowersItem:
    if value in GIVEN_MANDATE_POWERS_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {GIVEN_MANDATE_POWERS_ITEM_VALUES!r}")
