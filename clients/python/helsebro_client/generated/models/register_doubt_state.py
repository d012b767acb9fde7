from typing import Literal

RegisterDoubtState = Literal[
    "denied", "mismatch", "not-checked", "not-found", "not-needed", "unavailable", "verified"
]

REGISTER_DOUBT_STATE_VALUES: set[RegisterDoubtState] = {
    "denied",
    "mismatch",
    "not-checked",
    "not-found",
    "not-needed",
    "unavailable",
    "verified",
}


def check_register_doubt_state(value: str) -> RegisterDoubtState:
    if value in REGISTER_DOUBT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {REGISTER_DOUBT_STATE_VALUES!r}")
