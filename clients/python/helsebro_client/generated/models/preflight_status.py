from typing import Literal

PreflightStatus = Literal["accepted", "in-review", "rejected"]

PREFLIGHT_STATUS_VALUES: set[PreflightStatus] = {
    "accepted",
    "in-review",
    "rejected",
}


def check_preflight_status(value: str) -> PreflightStatus:
    if value in PREFLIGHT_STATUS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PREFLIGHT_STATUS_VALUES!r}")
