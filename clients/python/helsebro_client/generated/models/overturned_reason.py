from typing import Literal

OverturnedReason = Literal["complaint", "evidence", "review"]

OVERTURNED_REASON_VALUES: set[OverturnedReason] = {
    "complaint",
    "evidence",
    "review",
}


def check_overturned_reason(value: str) -> OverturnedReason:
    if value in OVERTURNED_REASON_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {OVERTURNED_REASON_VALUES!r}")
