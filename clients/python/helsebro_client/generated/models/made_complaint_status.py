from typing import Literal

MadeComplaintStatus = Literal["in-review", "overturned", "received", "upheld"]

MADE_COMPLAINT_STATUS_VALUES: set[MadeComplaintStatus] = {
    "in-review",
    "overturned",
    "received",
    "upheld",
}


def check_made_complaint_status(value: str) -> MadeComplaintStatus:
    if value in MADE_COMPLAINT_STATUS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {MADE_COMPLAINT_STATUS_VALUES!r}")
