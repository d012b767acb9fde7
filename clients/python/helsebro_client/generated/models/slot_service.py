from typing import Literal

SlotService = Literal["debriefing", "first", "follow-up"]

SLOT_SERVICE_VALUES: set[SlotService] = {
    "debriefing",
    "first",
    "follow-up",
}


def check_slot_service(value: str) -> SlotService:
    if value in SLOT_SERVICE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SLOT_SERVICE_VALUES!r}")
