from typing import Literal

OddityCode = Literal["company-known", "email-known", "phone-known", "signatory-known"]

ODDITY_CODE_VALUES: set[OddityCode] = {
    "company-known",
    "email-known",
    "phone-known",
    "signatory-known",
}


def check_oddity_code(value: str) -> OddityCode:
    if value in ODDITY_CODE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ODDITY_CODE_VALUES!r}")
