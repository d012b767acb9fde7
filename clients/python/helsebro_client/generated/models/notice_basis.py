from typing import Literal

NoticeBasis = Literal["clarifying", "index", "law"]

NOTICE_BASIS_VALUES: set[NoticeBasis] = {
    "clarifying",
    "index",
    "law",
}


def check_notice_basis(value: str) -> NoticeBasis:
    if value in NOTICE_BASIS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {NOTICE_BASIS_VALUES!r}")
