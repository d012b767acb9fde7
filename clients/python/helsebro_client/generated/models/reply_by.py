from typing import Literal

ReplyBy = Literal["caseworker", "guardian", "holder", "member"]

REPLY_BY_VALUES: set[ReplyBy] = {
    "caseworker",
    "guardian",
    "holder",
    "member",
}


def check_reply_by(value: str) -> ReplyBy:
    if value in REPLY_BY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {REPLY_BY_VALUES!r}")
