from typing import Literal

BenefitWindow = Literal["condition", "lifetime", "policy-year", "twelve-months"]

BENEFIT_WINDOW_VALUES: set[BenefitWindow] = {
    "condition",
    "lifetime",
    "policy-year",
    "twelve-months",
}


def check_benefit_window(value: str) -> BenefitWindow:
    if value in BENEFIT_WINDOW_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {BENEFIT_WINDOW_VALUES!r}")
