from typing import Literal

CancellationReasonType0 = Literal["illness", "no-longer-needed", "other", "other-time", "prevented"]

CANCELLATION_REASON_TYPE_0_VALUES: set[CancellationReasonType0] = {
    "illness",
    "no-longer-needed",
    "other",
    "other-time",
    "prevented",
}


def check_cancellation_reason_type_0(value: str) -> CancellationReasonType0:
    if value in CANCELLATION_REASON_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CANCELLATION_REASON_TYPE_0_VALUES!r}")
