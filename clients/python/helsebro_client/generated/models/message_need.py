from typing import Literal

MessageNeed = Literal["acute", "crisis"]

MESSAGE_NEED_VALUES: set[MessageNeed] = {
    "acute",
    "crisis",
}


def check_message_need(value: str) -> MessageNeed:
    if value in MESSAGE_NEED_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {MESSAGE_NEED_VALUES!r}")
