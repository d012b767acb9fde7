from typing import Literal

BookingDetailsCancelledBy = Literal["clinic", "member", "payer"]

BOOKING_DETAILS_CANCELLED_BY_VALUES: set[BookingDetailsCancelledBy] = {
    "clinic",
    "member",
    "payer",
}


def check_booking_details_cancelled_by(value: str) -> BookingDetailsCancelledBy:
    if value in BOOKING_DETAILS_CANCELLED_BY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {BOOKING_DETAILS_CANCELLED_BY_VALUES!r}")
