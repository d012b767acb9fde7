from typing import Literal

MessageAsksType0 = Literal["claim", "extension", "refund"]

MESSAGE_ASKS_TYPE_0_VALUES: set[MessageAsksType0] = {
    "claim",
    "extension",
    "refund",
}


def check_message_asks_type_0(value: str) -> MessageAsksType0:
    if value in MESSAGE_ASKS_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {MESSAGE_ASKS_TYPE_0_VALUES!r}")
