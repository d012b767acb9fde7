from typing import Literal

SignerDiffersItem = Literal["name", "name-missing"]

SIGNER_DIFFERS_ITEM_VALUES: set[SignerDiffersItem] = {
    "name",
    "name-missing",
}


def check_signer_differs_item(value: str) -> SignerDiffersItem:
    if value in SIGNER_DIFFERS_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SIGNER_DIFFERS_ITEM_VALUES!r}")
