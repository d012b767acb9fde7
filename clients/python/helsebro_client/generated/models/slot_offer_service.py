from typing import Literal

SlotOfferService = Literal["debriefing", "first", "follow-up"]

SLOT_OFFER_SERVICE_VALUES: set[SlotOfferService] = {
    "debriefing",
    "first",
    "follow-up",
}


def check_slot_offer_service(value: str) -> SlotOfferService:
    if value in SLOT_OFFER_SERVICE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SLOT_OFFER_SERVICE_VALUES!r}")
