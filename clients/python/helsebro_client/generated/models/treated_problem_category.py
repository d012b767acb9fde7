from typing import Literal

TreatedProblemCategory = Literal[
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

TREATED_PROBLEM_CATEGORY_VALUES: set[TreatedProblemCategory] = {
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


def check_treated_problem_category(value: str) -> TreatedProblemCategory:
    if value in TREATED_PROBLEM_CATEGORY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TREATED_PROBLEM_CATEGORY_VALUES!r}")
