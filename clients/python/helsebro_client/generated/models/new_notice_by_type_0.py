from typing import Literal

NewNoticeByType0 = Literal["payer", "policyholder"]

NEW_NOTICE_BY_TYPE_0_VALUES: set[NewNoticeByType0] = {
    "payer",
    "policyholder",
}


def check_new_notice_by_type_0(value: str) -> NewNoticeByType0:
    if value in NEW_NOTICE_BY_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {NEW_NOTICE_BY_TYPE_0_VALUES!r}")
