from typing import Literal

NoticeBy = Literal["payer", "policyholder"]

NOTICE_BY_VALUES: set[NoticeBy] = {
    "payer",
    "policyholder",
}


def check_notice_by(value: str) -> NoticeBy:
    if value in NOTICE_BY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {NOTICE_BY_VALUES!r}")
