from typing import Literal

PayeeKind = Literal["account-dk", "account-no", "fi", "iban", "stripe"]

PAYEE_KIND_VALUES: set[PayeeKind] = {
    "account-dk",
    "account-no",
    "fi",
    "iban",
    "stripe",
}


def check_payee_kind(value: str) -> PayeeKind:
    if value in PAYEE_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PAYEE_KIND_VALUES!r}")
