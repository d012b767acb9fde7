from typing import Literal

BookingDetailsConsent = Literal["expired", "given", "refused", "undecided", "withdrawn"]

BOOKING_DETAILS_CONSENT_VALUES: set[BookingDetailsConsent] = {
    "expired",
    "given",
    "refused",
    "undecided",
    "withdrawn",
}


def check_booking_details_consent(value: str) -> BookingDetailsConsent:
    if value in BOOKING_DETAILS_CONSENT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {BOOKING_DETAILS_CONSENT_VALUES!r}")
