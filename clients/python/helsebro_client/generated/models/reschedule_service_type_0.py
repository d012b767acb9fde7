from typing import Literal

RescheduleServiceType0 = Literal["debriefing", "first", "follow-up"]

RESCHEDULE_SERVICE_TYPE_0_VALUES: set[RescheduleServiceType0] = {
    "debriefing",
    "first",
    "follow-up",
}


def check_reschedule_service_type_0(value: str) -> RescheduleServiceType0:
    if value in RESCHEDULE_SERVICE_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {RESCHEDULE_SERVICE_TYPE_0_VALUES!r}")
