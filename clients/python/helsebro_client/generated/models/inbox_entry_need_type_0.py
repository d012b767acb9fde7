from typing import Literal

InboxEntryNeedType0 = Literal["acute", "crisis"]

INBOX_ENTRY_NEED_TYPE_0_VALUES: set[InboxEntryNeedType0] = {
    "acute",
    "crisis",
}


def check_inbox_entry_need_type_0(value: str) -> InboxEntryNeedType0:
    if value in INBOX_ENTRY_NEED_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {INBOX_ENTRY_NEED_TYPE_0_VALUES!r}")
