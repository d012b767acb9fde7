from typing import Literal

EffectiveRateSource = Literal["country", "payer"]

EFFECTIVE_RATE_SOURCE_VALUES: set[EffectiveRateSource] = {
    "country",
    "payer",
}


def check_effective_rate_source(value: str) -> EffectiveRateSource:
    if value in EFFECTIVE_RATE_SOURCE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {EFFECTIVE_RATE_SOURCE_VALUES!r}")
