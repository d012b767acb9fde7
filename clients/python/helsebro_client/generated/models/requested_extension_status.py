from typing import Literal

RequestedExtensionStatus = Literal["approved", "denied", "in-review", "received"]

REQUESTED_EXTENSION_STATUS_VALUES: set[RequestedExtensionStatus] = {
    "approved",
    "denied",
    "in-review",
    "received",
}


def check_requested_extension_status(value: str) -> RequestedExtensionStatus:
    if value in REQUESTED_EXTENSION_STATUS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {REQUESTED_EXTENSION_STATUS_VALUES!r}")
