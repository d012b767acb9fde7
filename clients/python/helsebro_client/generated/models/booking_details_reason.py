from typing import Literal

BookingDetailsReason = Literal[
    "illness", "no-longer-needed", "other", "other-time", "practitioner-absent", "prevented"
]

BOOKING_DETAILS_REASON_VALUES: set[BookingDetailsReason] = {
    "illness",
    "no-longer-needed",
    "other",
    "other-time",
    "practitioner-absent",
    "prevented",
}


def check_booking_details_reason(value: str) -> BookingDetailsReason:
    if value in BOOKING_DETAILS_REASON_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {BOOKING_DETAILS_REASON_VALUES!r}")
