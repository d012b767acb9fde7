from typing import Literal

ListInboxQueue = Literal["claims", "complaints", "refunds"]

LIST_INBOX_QUEUE_VALUES: set[ListInboxQueue] = {
    "claims",
    "complaints",
    "refunds",
}


def check_list_inbox_queue(value: str) -> ListInboxQueue:
    if value in LIST_INBOX_QUEUE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_INBOX_QUEUE_VALUES!r}")
