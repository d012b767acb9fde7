from typing import Literal

TariffSource = Literal["country", "payer"]

TARIFF_SOURCE_VALUES: set[TariffSource] = {
    "country",
    "payer",
}


def check_tariff_source(value: str) -> TariffSource:
    if value in TARIFF_SOURCE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TARIFF_SOURCE_VALUES!r}")
