from typing import Literal

NewNoticeBasisType0 = Literal["clarifying", "index", "law"]

NEW_NOTICE_BASIS_TYPE_0_VALUES: set[NewNoticeBasisType0] = {
    "clarifying",
    "index",
    "law",
}


def check_new_notice_basis_type_0(value: str) -> NewNoticeBasisType0:
    if value in NEW_NOTICE_BASIS_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {NEW_NOTICE_BASIS_TYPE_0_VALUES!r}")
