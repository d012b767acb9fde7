from typing import Literal

ComplaintStatus = Literal["in-review", "overturned", "received", "upheld"]

COMPLAINT_STATUS_VALUES: set[ComplaintStatus] = {
    "in-review",
    "overturned",
    "received",
    "upheld",
}


def check_complaint_status(value: str) -> ComplaintStatus:
    if value in COMPLAINT_STATUS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {COMPLAINT_STATUS_VALUES!r}")
