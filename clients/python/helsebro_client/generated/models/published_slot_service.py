from typing import Literal

PublishedSlotService = Literal["debriefing", "first", "follow-up"]

PUBLISHED_SLOT_SERVICE_VALUES: set[PublishedSlotService] = {
    "debriefing",
    "first",
    "follow-up",
}


def check_published_slot_service(value: str) -> PublishedSlotService:
    if value in PUBLISHED_SLOT_SERVICE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PUBLISHED_SLOT_SERVICE_VALUES!r}")
