from typing import Literal

ContactDueBy = Literal["phone", "phone-or-sms"]

CONTACT_DUE_BY_VALUES: set[ContactDueBy] = {
    "phone",
    "phone-or-sms",
}


def check_contact_due_by(value: str) -> ContactDueBy:
    if value in CONTACT_DUE_BY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CONTACT_DUE_BY_VALUES!r}")
