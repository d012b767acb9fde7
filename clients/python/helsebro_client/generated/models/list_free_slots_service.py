from typing import Literal

ListFreeSlotsService = Literal["debriefing", "first", "follow-up"]

LIST_FREE_SLOTS_SERVICE_VALUES: set[ListFreeSlotsService] = {
    "debriefing",
    "first",
    "follow-up",
}


def check_list_free_slots_service(value: str) -> ListFreeSlotsService:
    if value in LIST_FREE_SLOTS_SERVICE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_FREE_SLOTS_SERVICE_VALUES!r}")
