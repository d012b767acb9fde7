from typing import Literal

EventIdsBy = Literal["phone", "phone-or-sms"]

EVENT_IDS_BY_VALUES: set[EventIdsBy] = {
    "phone",
    "phone-or-sms",
}


def check_event_ids_by(value: str) -> EventIdsBy:
    if value in EVENT_IDS_BY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {EVENT_IDS_BY_VALUES!r}")
