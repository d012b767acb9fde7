from typing import Literal

TreaterApprovalsItem = Literal["RAB", "ROD", "SA"]

TREATER_APPROVALS_ITEM_VALUES: set[TreaterApprovalsItem] = {
    "RAB",
    "ROD",
    "SA",
}


def check_treater_approvals_item(value: str) -> TreaterApprovalsItem:
    if value in TREATER_APPROVALS_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TREATER_APPROVALS_ITEM_VALUES!r}")
