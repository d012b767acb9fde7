from typing import Literal

InboxEntryQueue = Literal["claims", "complaints", "refunds"]

INBOX_ENTRY_QUEUE_VALUES: set[InboxEntryQueue] = {
    "claims",
    "complaints",
    "refunds",
}


def check_inbox_entry_queue(value: str) -> InboxEntryQueue:
    if value in INBOX_ENTRY_QUEUE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {INBOX_ENTRY_QUEUE_VALUES!r}")
