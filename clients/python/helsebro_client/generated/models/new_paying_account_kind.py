from typing import Literal

NewPayingAccountKind = Literal["account-dk", "account-no", "iban"]

NEW_PAYING_ACCOUNT_KIND_VALUES: set[NewPayingAccountKind] = {
    "account-dk",
    "account-no",
    "iban",
}


def check_new_paying_account_kind(value: str) -> NewPayingAccountKind:
    if value in NEW_PAYING_ACCOUNT_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {NEW_PAYING_ACCOUNT_KIND_VALUES!r}")
