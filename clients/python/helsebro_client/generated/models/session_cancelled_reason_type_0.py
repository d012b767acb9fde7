from typing import Literal

SessionCancelledReasonType0 = Literal[
    "illness", "no-longer-needed", "other", "other-time", "practitioner-absent", "prevented"
]

SESSION_CANCELLED_REASON_TYPE_0_VALUES: set[SessionCancelledReasonType0] = {
    "illness",
    "no-longer-needed",
    "other",
    "other-time",
    "practitioner-absent",
    "prevented",
}


def check_session_cancelled_reason_type_0(value: str) -> SessionCancelledReasonType0:
    if value in SESSION_CANCELLED_REASON_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SESSION_CANCELLED_REASON_TYPE_0_VALUES!r}")
