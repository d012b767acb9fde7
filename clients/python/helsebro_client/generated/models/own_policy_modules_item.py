from typing import Literal

OwnPolicyModulesItem = Literal["extended", "health", "misuse", "physical", "psychology"]

OWN_POLICY_MODULES_ITEM_VALUES: set[OwnPolicyModulesItem] = {
    "extended",
    "health",
    "misuse",
    "physical",
    "psychology",
}


def check_own_policy_modules_item(value: str) -> OwnPolicyModulesItem:
    if value in OWN_POLICY_MODULES_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {OWN_POLICY_MODULES_ITEM_VALUES!r}")
