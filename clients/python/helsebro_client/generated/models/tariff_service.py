from typing import Literal

TariffService = Literal["debriefing", "first", "follow-up", "kilometre"]

TARIFF_SERVICE_VALUES: set[TariffService] = {
    "debriefing",
    "first",
    "follow-up",
    "kilometre",
}


def check_tariff_service(value: str) -> TariffService:
    if value in TARIFF_SERVICE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TARIFF_SERVICE_VALUES!r}")
