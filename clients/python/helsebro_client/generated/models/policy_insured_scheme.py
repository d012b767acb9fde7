from typing import Literal

PolicyInsuredScheme = Literal["company", "voluntary"]

POLICY_INSURED_SCHEME_VALUES: set[PolicyInsuredScheme] = {
    "company",
    "voluntary",
}


def check_policy_insured_scheme(value: str) -> PolicyInsuredScheme:
    if value in POLICY_INSURED_SCHEME_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {POLICY_INSURED_SCHEME_VALUES!r}")
