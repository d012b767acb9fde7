from typing import Literal

NewPayeeKind = Literal["account-dk", "account-no", "fi", "iban", "stripe"]

NEW_PAYEE_KIND_VALUES: set[NewPayeeKind] = {
    "account-dk",
    "account-no",
    "fi",
    "iban",
    "stripe",
}


def check_new_payee_kind(value: str) -> NewPayeeKind:
    if value in NEW_PAYEE_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {NEW_PAYEE_KIND_VALUES!r}")
