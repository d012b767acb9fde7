from typing import Literal

NewPolicyModulesItem = Literal["extended", "health", "misuse", "physical", "psychology"]

NEW_POLICY_MODULES_ITEM_VALUES: set[NewPolicyModulesItem] = {
    "extended",
    "health",
    "misuse",
    "physical",
    "psychology",
}


def check_new_policy_modules_item(value: str) -> NewPolicyModulesItem:
    if value in NEW_POLICY_MODULES_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {NEW_POLICY_MODULES_ITEM_VALUES!r}")
