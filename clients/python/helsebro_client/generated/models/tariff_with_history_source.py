from typing import Literal

TariffWithHistorySource = Literal["country", "payer"]

TARIFF_WITH_HISTORY_SOURCE_VALUES: set[TariffWithHistorySource] = {
    "country",
    "payer",
}


def check_tariff_with_history_source(value: str) -> TariffWithHistorySource:
    if value in TARIFF_WITH_HISTORY_SOURCE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TARIFF_WITH_HISTORY_SOURCE_VALUES!r}")
