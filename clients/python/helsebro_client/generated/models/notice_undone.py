from typing import Literal

NoticeUndone = Literal["not-accepted", "withdrawn"]

NOTICE_UNDONE_VALUES: set[NoticeUndone] = {
    "not-accepted",
    "withdrawn",
}


def check_notice_undone(value: str) -> NoticeUndone:
    if value in NOTICE_UNDONE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {NOTICE_UNDONE_VALUES!r}")
