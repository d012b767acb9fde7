from typing import Literal

RefusedSlotCode = Literal["slot-in-the-past", "slot-not-free", "slot-overlaps", "slot-unknown"]

REFUSED_SLOT_CODE_VALUES: set[RefusedSlotCode] = {
    "slot-in-the-past",
    "slot-not-free",
    "slot-overlaps",
    "slot-unknown",
}


def check_refused_slot_code(value: str) -> RefusedSlotCode:
    if value in REFUSED_SLOT_CODE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {REFUSED_SLOT_CODE_VALUES!r}")
