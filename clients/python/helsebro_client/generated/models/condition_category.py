from typing import Literal

ConditionCategory = Literal[
    "abortion",
    "allergy",
    "birth",
    "cancer",
    "chronic",
    "contraception",
    "eating-disorder",
    "fertility",
    "gambling",
    "illness",
    "injury",
    "mental",
    "misuse-alcohol",
    "misuse-drugs",
    "misuse-medicine",
    "other",
    "pain",
    "pregnancy",
    "severe-overweight",
    "sexual",
    "squint",
]

CONDITION_CATEGORY_VALUES: set[ConditionCategory] = {
    "abortion",
    "allergy",
    "birth",
    "cancer",
    "chronic",
    "contraception",
    "eating-disorder",
    "fertility",
    "gambling",
    "illness",
    "injury",
    "mental",
    "misuse-alcohol",
    "misuse-drugs",
    "misuse-medicine",
    "other",
    "pain",
    "pregnancy",
    "severe-overweight",
    "sexual",
    "squint",
}


def check_condition_category(value: str) -> ConditionCategory:
    if value in CONDITION_CATEGORY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CONDITION_CATEGORY_VALUES!r}")
