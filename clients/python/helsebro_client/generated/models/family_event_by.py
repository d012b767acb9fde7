from typing import Literal

FamilyEventBy = Literal["birthday", "employer", "guardian", "proposed-guardian", "underwriting"]

FAMILY_EVENT_BY_VALUES: set[FamilyEventBy] = {
    "birthday",
    "employer",
    "guardian",
    "proposed-guardian",
    "underwriting",
}


def check_family_event_by(value: str) -> FamilyEventBy:
    if value in FAMILY_EVENT_BY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {FAMILY_EVENT_BY_VALUES!r}")
