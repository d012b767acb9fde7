from typing import Literal

ApplicationEndingWhy = Literal["declined", "denied", "expired"]

APPLICATION_ENDING_WHY_VALUES: set[ApplicationEndingWhy] = {
    "declined",
    "denied",
    "expired",
}


def check_application_ending_why(value: str) -> ApplicationEndingWhy:
    if value in APPLICATION_ENDING_WHY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {APPLICATION_ENDING_WHY_VALUES!r}")
