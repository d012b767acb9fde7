from typing import Literal

SessionCancelledBy = Literal["client", "clinic"]

SESSION_CANCELLED_BY_VALUES: set[SessionCancelledBy] = {
    "client",
    "clinic",
}


def check_session_cancelled_by(value: str) -> SessionCancelledBy:
    if value in SESSION_CANCELLED_BY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SESSION_CANCELLED_BY_VALUES!r}")
