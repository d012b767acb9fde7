from typing import Literal

BookingCancelledBy = Literal["clinic", "member", "payer"]

BOOKING_CANCELLED_BY_VALUES: set[BookingCancelledBy] = {
    "clinic",
    "member",
    "payer",
}


def check_booking_cancelled_by(value: str) -> BookingCancelledBy:
    if value in BOOKING_CANCELLED_BY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {BOOKING_CANCELLED_BY_VALUES!r}")
