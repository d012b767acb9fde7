from typing import Literal

SessionCorrectedBecame = Literal["held", "missed"]

SESSION_CORRECTED_BECAME_VALUES: set[SessionCorrectedBecame] = {
    "held",
    "missed",
}


def check_session_corrected_became(value: str) -> SessionCorrectedBecame:
    if value in SESSION_CORRECTED_BECAME_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SESSION_CORRECTED_BECAME_VALUES!r}")
