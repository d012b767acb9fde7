from typing import Literal

NoticeChangeModulesType0Item = Literal["extended", "health", "misuse", "physical", "psychology"]

NOTICE_CHANGE_MODULES_TYPE_0_ITEM_VALUES: set[NoticeChangeModulesType0Item] = {
    "extended",
    "health",
    "misuse",
    "physical",
    "psychology",
}


def check_notice_change_modules_type_0_item(value: str) -> NoticeChangeModulesType0Item:
    if value in NOTICE_CHANGE_MODULES_TYPE_0_ITEM_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {NOTICE_CHANGE_MODULES_TYPE_0_ITEM_VALUES!r}"
    )
