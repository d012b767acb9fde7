from typing import Literal

MessageReadByItem = Literal["member", "staff"]

MESSAGE_READ_BY_ITEM_VALUES: set[MessageReadByItem] = {
    "member",
    "staff",
}


def check_message_read_by_item(value: str) -> MessageReadByItem:
    if value in MESSAGE_READ_BY_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {MESSAGE_READ_BY_ITEM_VALUES!r}")
