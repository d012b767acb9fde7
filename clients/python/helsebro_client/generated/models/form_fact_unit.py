from typing import Literal

FormFactUnit = Literal["hours", "km", "nights", "sessions"]

FORM_FACT_UNIT_VALUES: set[FormFactUnit] = {
    "hours",
    "km",
    "nights",
    "sessions",
}


def check_form_fact_unit(value: str) -> FormFactUnit:
    if value in FORM_FACT_UNIT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {FORM_FACT_UNIT_VALUES!r}")
