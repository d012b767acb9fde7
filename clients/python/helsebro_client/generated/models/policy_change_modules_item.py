from typing import Literal

PolicyChangeModulesItem = Literal["extended", "health", "misuse", "physical", "psychology"]

POLICY_CHANGE_MODULES_ITEM_VALUES: set[PolicyChangeModulesItem] = {
    "extended",
    "health",
    "misuse",
    "physical",
    "psychology",
}


def check_policy_change_modules_item(value: str) -> PolicyChangeModulesItem:
    if value in POLICY_CHANGE_MODULES_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {POLICY_CHANGE_MODULES_ITEM_VALUES!r}")
