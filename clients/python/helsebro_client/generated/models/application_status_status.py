from typing import Literal

ApplicationStatusStatus = Literal["active", "applied", "ended"]

APPLICATION_STATUS_STATUS_VALUES: set[ApplicationStatusStatus] = {
    "active",
    "applied",
    "ended",
}


def check_application_status_status(value: str) -> ApplicationStatusStatus:
    if value in APPLICATION_STATUS_STATUS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {APPLICATION_STATUS_STATUS_VALUES!r}")
