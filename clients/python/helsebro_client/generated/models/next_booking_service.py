from typing import Literal

NextBookingService = Literal["debriefing", "first", "follow-up"]

NEXT_BOOKING_SERVICE_VALUES: set[NextBookingService] = {
    "debriefing",
    "first",
    "follow-up",
}


def check_next_booking_service(value: str) -> NextBookingService:
    if value in NEXT_BOOKING_SERVICE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {NEXT_BOOKING_SERVICE_VALUES!r}")
