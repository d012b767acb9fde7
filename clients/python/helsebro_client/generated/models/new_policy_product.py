from typing import Literal

NewPolicyProduct = Literal["SA1706", "SF1706"]

NEW_POLICY_PRODUCT_VALUES: set[NewPolicyProduct] = {
    "SA1706",
    "SF1706",
}


def check_new_policy_product(value: str) -> NewPolicyProduct:
    if value in NEW_POLICY_PRODUCT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {NEW_POLICY_PRODUCT_VALUES!r}")
