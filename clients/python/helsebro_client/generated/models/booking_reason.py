from typing import Literal

BookingReason = Literal[
    "illness", "no-longer-needed", "other", "other-time", "practitioner-absent", "prevented"
]

BOOKING_REASON_VALUES: set[BookingReason] = {
    "illness",
    "no-longer-needed",
    "other",
    "other-time",
    "practitioner-absent",
    "prevented",
}


def check_booking_reason(value: str) -> BookingReason:
    if value in BOOKING_REASON_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {BOOKING_REASON_VALUES!r}")
