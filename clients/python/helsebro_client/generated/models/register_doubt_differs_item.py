from typing import Literal

RegisterDoubtDiffersItem = Literal["authorisation", "name", "profession"]

REGISTER_DOUBT_DIFFERS_ITEM_VALUES: set[RegisterDoubtDiffersItem] = {
    "authorisation",
    "name",
    "profession",
}


def check_register_doubt_differs_item(value: str) -> RegisterDoubtDiffersItem:
    if value in REGISTER_DOUBT_DIFFERS_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {REGISTER_DOUBT_DIFFERS_ITEM_VALUES!r}")
