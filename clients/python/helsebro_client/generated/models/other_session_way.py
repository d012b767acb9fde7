from typing import Literal

OtherSessionWay = Literal["invoice", "line", "refund", "session"]

OTHER_SESSION_WAY_VALUES: set[OtherSessionWay] = {
    "invoice",
    "line",
    "refund",
    "session",
}


def check_other_session_way(value: str) -> OtherSessionWay:
    if value in OTHER_SESSION_WAY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {OTHER_SESSION_WAY_VALUES!r}")
