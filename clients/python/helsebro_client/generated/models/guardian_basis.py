from typing import Literal

GuardianBasis = Literal["earlier-enrolment", "first-family", "guardians", "underwriting"]

GUARDIAN_BASIS_VALUES: set[GuardianBasis] = {
    "earlier-enrolment",
    "first-family",
    "guardians",
    "underwriting",
}


def check_guardian_basis(value: str) -> GuardianBasis:
    if value in GUARDIAN_BASIS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {GUARDIAN_BASIS_VALUES!r}")
