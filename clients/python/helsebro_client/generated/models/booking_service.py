from typing import Literal

BookingService = Literal["debriefing", "first", "follow-up"]

BOOKING_SERVICE_VALUES: set[BookingService] = {
    "debriefing",
    "first",
    "follow-up",
}


def check_booking_service(value: str) -> BookingService:
    if value in BOOKING_SERVICE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {BOOKING_SERVICE_VALUES!r}")
