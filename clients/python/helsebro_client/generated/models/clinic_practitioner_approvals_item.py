from typing import Literal

ClinicPractitionerApprovalsItem = Literal["RAB", "ROD", "SA"]

CLINIC_PRACTITIONER_APPROVALS_ITEM_VALUES: set[ClinicPractitionerApprovalsItem] = {
    "RAB",
    "ROD",
    "SA",
}


def check_clinic_practitioner_approvals_item(value: str) -> ClinicPractitionerApprovalsItem:
    if value in CLINIC_PRACTITIONER_APPROVALS_ITEM_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {CLINIC_PRACTITIONER_APPROVALS_ITEM_VALUES!r}"
    )
