from typing import Literal

BookingDetailsStatus = Literal["booked", "cancelled", "held", "missed"]

BOOKING_DETAILS_STATUS_VALUES: set[BookingDetailsStatus] = {
    "booked",
    "cancelled",
    "held",
    "missed",
}


def check_booking_details_status(value: str) -> BookingDetailsStatus:
    if value in BOOKING_DETAILS_STATUS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {BOOKING_DETAILS_STATUS_VALUES!r}")
