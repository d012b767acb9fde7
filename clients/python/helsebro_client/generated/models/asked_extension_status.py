from typing import Literal

AskedExtensionStatus = Literal["approved", "denied", "in-review", "received"]

ASKED_EXTENSION_STATUS_VALUES: set[AskedExtensionStatus] = {
    "approved",
    "denied",
    "in-review",
    "received",
}


def check_asked_extension_status(value: str) -> AskedExtensionStatus:
    if value in ASKED_EXTENSION_STATUS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ASKED_EXTENSION_STATUS_VALUES!r}")
