from typing import Literal

IllnessCategoryType0 = Literal[
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

ILLNESS_CATEGORY_TYPE_0_VALUES: set[IllnessCategoryType0] = {
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


def check_illness_category_type_0(value: str) -> IllnessCategoryType0:
    if value in ILLNESS_CATEGORY_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ILLNESS_CATEGORY_TYPE_0_VALUES!r}")
