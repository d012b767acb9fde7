from typing import Literal

WaitlistEntryService = Literal["debriefing", "first", "follow-up"]

WAITLIST_ENTRY_SERVICE_VALUES: set[WaitlistEntryService] = {
    "debriefing",
    "first",
    "follow-up",
}


def check_waitlist_entry_service(value: str) -> WaitlistEntryService:
    if value in WAITLIST_ENTRY_SERVICE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {WAITLIST_ENTRY_SERVICE_VALUES!r}")
