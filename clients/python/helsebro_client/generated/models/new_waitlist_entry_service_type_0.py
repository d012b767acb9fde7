from typing import Literal

NewWaitlistEntryServiceType0 = Literal["first", "follow-up"]

NEW_WAITLIST_ENTRY_SERVICE_TYPE_0_VALUES: set[NewWaitlistEntryServiceType0] = {
    "first",
    "follow-up",
}


def check_new_waitlist_entry_service_type_0(value: str) -> NewWaitlistEntryServiceType0:
    if value in NEW_WAITLIST_ENTRY_SERVICE_TYPE_0_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {NEW_WAITLIST_ENTRY_SERVICE_TYPE_0_VALUES!r}"
    )
