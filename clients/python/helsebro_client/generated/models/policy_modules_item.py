from typing import Literal

PolicyModulesItem = Literal["extended", "health", "misuse", "physical", "psychology"]

POLICY_MODULES_ITEM_VALUES: set[PolicyModulesItem] = {
    "extended",
    "health",
    "misuse",
    "physical",
    "psychology",
}


def check_policy_modules_item(value: str) -> PolicyModulesItem:
    if value in POLICY_MODULES_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {POLICY_MODULES_ITEM_VALUES!r}")
