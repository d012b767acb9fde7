from typing import Literal

BenefitUnit = Literal["hours", "money", "sessions"]

BENEFIT_UNIT_VALUES: set[BenefitUnit] = {
    "hours",
    "money",
    "sessions",
}


def check_benefit_unit(value: str) -> BenefitUnit:
    if value in BENEFIT_UNIT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {BENEFIT_UNIT_VALUES!r}")
