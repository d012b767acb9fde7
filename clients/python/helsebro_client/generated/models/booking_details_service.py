from typing import Literal

BookingDetailsService = Literal["debriefing", "first", "follow-up"]

BOOKING_DETAILS_SERVICE_VALUES: set[BookingDetailsService] = {
    "debriefing",
    "first",
    "follow-up",
}


def check_booking_details_service(value: str) -> BookingDetailsService:
    if value in BOOKING_DETAILS_SERVICE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {BOOKING_DETAILS_SERVICE_VALUES!r}")
