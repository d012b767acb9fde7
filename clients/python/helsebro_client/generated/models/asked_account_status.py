from typing import Literal

AskedAccountStatus = Literal["in-force", "registered", "unknown", "waiting"]

ASKED_ACCOUNT_STATUS_VALUES: set[AskedAccountStatus] = {
    "in-force",
    "registered",
    "unknown",
    "waiting",
}


def check_asked_account_status(value: str) -> AskedAccountStatus:
    if value in ASKED_ACCOUNT_STATUS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ASKED_ACCOUNT_STATUS_VALUES!r}")
