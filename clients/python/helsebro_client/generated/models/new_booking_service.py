from typing import Literal

NewBookingService = Literal["debriefing", "first", "follow-up"]

NEW_BOOKING_SERVICE_VALUES: set[NewBookingService] = {
    "debriefing",
    "first",
    "follow-up",
}


def check_new_booking_service(value: str) -> NewBookingService:
    if value in NEW_BOOKING_SERVICE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {NEW_BOOKING_SERVICE_VALUES!r}")
