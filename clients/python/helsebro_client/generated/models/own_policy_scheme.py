from typing import Literal

OwnPolicyScheme = Literal["company", "voluntary"]

OWN_POLICY_SCHEME_VALUES: set[OwnPolicyScheme] = {
    "company",
    "voluntary",
}


def check_own_policy_scheme(value: str) -> OwnPolicyScheme:
    if value in OWN_POLICY_SCHEME_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {OWN_POLICY_SCHEME_VALUES!r}")
