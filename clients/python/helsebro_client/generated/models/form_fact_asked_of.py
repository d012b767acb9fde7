from typing import Literal

FormFactAskedOf = Literal["clinic", "member", "staff"]

FORM_FACT_ASKED_OF_VALUES: set[FormFactAskedOf] = {
    "clinic",
    "member",
    "staff",
}


def check_form_fact_asked_of(value: str) -> FormFactAskedOf:
    if value in FORM_FACT_ASKED_OF_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {FORM_FACT_ASKED_OF_VALUES!r}")
