from typing import Literal

AskedFactAskedOf = Literal["clinic", "member", "staff"]

ASKED_FACT_ASKED_OF_VALUES: set[AskedFactAskedOf] = {
    "clinic",
    "member",
    "staff",
}


def check_asked_fact_asked_of(value: str) -> AskedFactAskedOf:
    if value in ASKED_FACT_ASKED_OF_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ASKED_FACT_ASKED_OF_VALUES!r}")
