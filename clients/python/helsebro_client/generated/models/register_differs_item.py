from typing import Literal

RegisterDiffersItem = Literal["authorisation", "name", "profession"]

REGISTER_DIFFERS_ITEM_VALUES: set[RegisterDiffersItem] = {
    "authorisation",
    "name",
    "profession",
}


def check_register_differs_item(value: str) -> RegisterDiffersItem:
    if value in REGISTER_DIFFERS_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {REGISTER_DIFFERS_ITEM_VALUES!r}")
