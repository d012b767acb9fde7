from typing import Literal

ClashWay = Literal["invoice", "refund", "session"]

CLASH_WAY_VALUES: set[ClashWay] = {
    "invoice",
    "refund",
    "session",
}


def check_clash_way(value: str) -> ClashWay:
    if value in CLASH_WAY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CLASH_WAY_VALUES!r}")
