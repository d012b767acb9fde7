from typing import Literal

ClinicCalendarFaultType0 = Literal[
    "address-refused",
    "certificate",
    "no-answer",
    "not-a-calendar",
    "not-found",
    "not-understood",
    "redirect",
    "refused",
    "server-fault",
    "too-large",
    "too-many-events",
    "unreachable",
]

CLINIC_CALENDAR_FAULT_TYPE_0_VALUES: set[ClinicCalendarFaultType0] = {
    "address-refused",
    "certificate",
    "no-answer",
    "not-a-calendar",
    "not-found",
    "not-understood",
    "redirect",
    "refused",
    "server-fault",
    "too-large",
    "too-many-events",
    "unreachable",
}


def check_clinic_calendar_fault_type_0(value: str) -> ClinicCalendarFaultType0:
    if value in CLINIC_CALENDAR_FAULT_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CLINIC_CALENDAR_FAULT_TYPE_0_VALUES!r}")
