from typing import Literal

EventKind = Literal[
    "assault",
    "burglary",
    "death-in-nearest-family",
    "epidemic",
    "fire",
    "life-threatening-illness",
    "natural-disaster",
    "serious-accident",
    "sudden-death-witnessed",
    "terror",
    "violence",
    "war",
]

EVENT_KIND_VALUES: set[EventKind] = {
    "assault",
    "burglary",
    "death-in-nearest-family",
    "epidemic",
    "fire",
    "life-threatening-illness",
    "natural-disaster",
    "serious-accident",
    "sudden-death-witnessed",
    "terror",
    "violence",
    "war",
}


def check_event_kind(value: str) -> EventKind:
    if value in EVENT_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {EVENT_KIND_VALUES!r}")
