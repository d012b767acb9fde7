from typing import Literal

RegisterState = Literal[
    "denied", "mismatch", "not-checked", "not-found", "not-needed", "unavailable", "verified"
]

REGISTER_STATE_VALUES: set[RegisterState] = {
    "denied",
    "mismatch",
    "not-checked",
    "not-found",
    "not-needed",
    "unavailable",
    "verified",
}


def check_register_state(value: str) -> RegisterState:
    if value in REGISTER_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {REGISTER_STATE_VALUES!r}")
