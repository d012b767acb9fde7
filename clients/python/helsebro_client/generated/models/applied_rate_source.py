from typing import Literal

AppliedRateSource = Literal["country", "payer"]

APPLIED_RATE_SOURCE_VALUES: set[AppliedRateSource] = {
    "country",
    "payer",
}


def check_applied_rate_source(value: str) -> AppliedRateSource:
    if value in APPLIED_RATE_SOURCE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {APPLIED_RATE_SOURCE_VALUES!r}")
