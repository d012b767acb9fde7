from typing import Literal

TariffWithHistoryService = Literal["debriefing", "first", "follow-up", "kilometre"]

TARIFF_WITH_HISTORY_SERVICE_VALUES: set[TariffWithHistoryService] = {
    "debriefing",
    "first",
    "follow-up",
    "kilometre",
}


def check_tariff_with_history_service(value: str) -> TariffWithHistoryService:
    if value in TARIFF_WITH_HISTORY_SERVICE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TARIFF_WITH_HISTORY_SERVICE_VALUES!r}")
