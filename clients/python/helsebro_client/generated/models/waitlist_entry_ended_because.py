from typing import Literal

WaitlistEntryEndedBecause = Literal[
    "bound-elsewhere",
    "clinic-declined",
    "consent-withdrawn",
    "course-ended",
    "first-session-booked",
    "guarantee-over",
    "guarantee-used-up",
    "offers-missed",
    "practitioner-left",
    "window-over",
    "withdrawn",
]

WAITLIST_ENTRY_ENDED_BECAUSE_VALUES: set[WaitlistEntryEndedBecause] = {
    "bound-elsewhere",
    "clinic-declined",
    "consent-withdrawn",
    "course-ended",
    "first-session-booked",
    "guarantee-over",
    "guarantee-used-up",
    "offers-missed",
    "practitioner-left",
    "window-over",
    "withdrawn",
}


def check_waitlist_entry_ended_because(value: str) -> WaitlistEntryEndedBecause:
    if value in WAITLIST_ENTRY_ENDED_BECAUSE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {WAITLIST_ENTRY_ENDED_BECAUSE_VALUES!r}")
