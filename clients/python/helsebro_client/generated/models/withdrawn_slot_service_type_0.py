from typing import Literal

WithdrawnSlotServiceType0 = Literal["debriefing", "first", "follow-up"]

WITHDRAWN_SLOT_SERVICE_TYPE_0_VALUES: set[WithdrawnSlotServiceType0] = {
    "debriefing",
    "first",
    "follow-up",
}


def check_withdrawn_slot_service_type_0(value: str) -> WithdrawnSlotServiceType0:
    if value in WITHDRAWN_SLOT_SERVICE_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {WITHDRAWN_SLOT_SERVICE_TYPE_0_VALUES!r}")
