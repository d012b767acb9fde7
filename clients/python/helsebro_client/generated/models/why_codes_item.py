from typing import Literal

WhyCodesItem = Literal[
    "distance",
    "few-clients",
    "first-free",
    "no-free-time",
    "speaks-language",
    "treats-any-problem",
    "treats-problem",
    "very-near",
]

WHY_CODES_ITEM_VALUES: set[WhyCodesItem] = {
    "distance",
    "few-clients",
    "first-free",
    "no-free-time",
    "speaks-language",
    "treats-any-problem",
    "treats-problem",
    "very-near",
}


def check_why_codes_item(value: str) -> WhyCodesItem:
    if value in WHY_CODES_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {WHY_CODES_ITEM_VALUES!r}")
