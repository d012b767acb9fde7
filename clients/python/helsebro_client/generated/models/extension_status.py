from typing import Literal

ExtensionStatus = Literal["approved", "denied", "in-review", "received"]

EXTENSION_STATUS_VALUES: set[ExtensionStatus] = {
    "approved",
    "denied",
    "in-review",
    "received",
}


def check_extension_status(value: str) -> ExtensionStatus:
    if value in EXTENSION_STATUS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {EXTENSION_STATUS_VALUES!r}")
