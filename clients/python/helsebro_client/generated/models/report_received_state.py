from typing import Literal

ReportReceivedState = Literal["received", "repeated"]

REPORT_RECEIVED_STATE_VALUES: set[ReportReceivedState] = {
    "received",
    "repeated",
}


def check_report_received_state(value: str) -> ReportReceivedState:
    if value in REPORT_RECEIVED_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {REPORT_RECEIVED_STATE_VALUES!r}")
