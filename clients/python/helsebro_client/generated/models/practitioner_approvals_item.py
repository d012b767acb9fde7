from typing import Literal

PractitionerApprovalsItem = Literal["RAB", "ROD", "SA"]

PRACTITIONER_APPROVALS_ITEM_VALUES: set[PractitionerApprovalsItem] = {
    "RAB",
    "ROD",
    "SA",
}


def check_practitioner_approvals_item(value: str) -> PractitionerApprovalsItem:
    if value in PRACTITIONER_APPROVALS_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PRACTITIONER_APPROVALS_ITEM_VALUES!r}")
