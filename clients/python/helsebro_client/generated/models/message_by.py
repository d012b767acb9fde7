from typing import Literal

MessageBy = Literal["guardian", "holder", "member", "staff"]

MESSAGE_BY_VALUES: set[MessageBy] = {
    "guardian",
    "holder",
    "member",
    "staff",
}


def check_message_by(value: str) -> MessageBy:
    if value in MESSAGE_BY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {MESSAGE_BY_VALUES!r}")
