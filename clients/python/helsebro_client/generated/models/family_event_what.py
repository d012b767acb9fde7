from typing import Literal

FamilyEventWhat = Literal[
    "agreed",
    "announced",
    "confirmed",
    "declined",
    "ended",
    "handed-over",
    "proposed",
    "rejected",
    "withdrawn",
]

FAMILY_EVENT_WHAT_VALUES: set[FamilyEventWhat] = {
    "agreed",
    "announced",
    "confirmed",
    "declined",
    "ended",
    "handed-over",
    "proposed",
    "rejected",
    "withdrawn",
}


def check_family_event_what(value: str) -> FamilyEventWhat:
    if value in FAMILY_EVENT_WHAT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {FAMILY_EVENT_WHAT_VALUES!r}")
