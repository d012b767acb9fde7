from typing import Literal

RescheduleReasonType0 = Literal["illness", "no-longer-needed", "other", "other-time", "prevented"]

RESCHEDULE_REASON_TYPE_0_VALUES: set[RescheduleReasonType0] = {
    "illness",
    "no-longer-needed",
    "other",
    "other-time",
    "prevented",
}


def check_reschedule_reason_type_0(value: str) -> RescheduleReasonType0:
    if value in RESCHEDULE_REASON_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {RESCHEDULE_REASON_TYPE_0_VALUES!r}")
