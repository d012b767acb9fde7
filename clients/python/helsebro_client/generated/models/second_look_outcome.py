from typing import Literal

SecondLookOutcome = Literal["approved", "denied"]

SECOND_LOOK_OUTCOME_VALUES: set[SecondLookOutcome] = {
    "approved",
    "denied",
}


def check_second_look_outcome(value: str) -> SecondLookOutcome:
    if value in SECOND_LOOK_OUTCOME_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SECOND_LOOK_OUTCOME_VALUES!r}")
