from typing import Literal

NoticeState = Literal["accepted", "in-effect", "not-accepted", "noticed", "withdrawn"]

NOTICE_STATE_VALUES: set[NoticeState] = {
    "accepted",
    "in-effect",
    "not-accepted",
    "noticed",
    "withdrawn",
}


def check_notice_state(value: str) -> NoticeState:
    if value in NOTICE_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {NOTICE_STATE_VALUES!r}")
