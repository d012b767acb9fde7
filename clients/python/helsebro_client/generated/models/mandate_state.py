from typing import Literal

MandateState = Literal["in-force", "lapsed", "revoked"]

MANDATE_STATE_VALUES: set[MandateState] = {
    "in-force",
    "lapsed",
    "revoked",
}


def check_mandate_state(value: str) -> MandateState:
    if value in MANDATE_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {MANDATE_STATE_VALUES!r}")
