from typing import Literal

ClinicCalendarState = Literal["failing", "read", "waiting"]

CLINIC_CALENDAR_STATE_VALUES: set[ClinicCalendarState] = {
    "failing",
    "read",
    "waiting",
}


def check_clinic_calendar_state(value: str) -> ClinicCalendarState:
    if value in CLINIC_CALENDAR_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CLINIC_CALENDAR_STATE_VALUES!r}")
