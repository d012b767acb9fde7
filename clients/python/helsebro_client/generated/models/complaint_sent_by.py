from typing import Literal

ComplaintSentBy = Literal["caseworker", "guardian", "holder", "member"]

COMPLAINT_SENT_BY_VALUES: set[ComplaintSentBy] = {
    "caseworker",
    "guardian",
    "holder",
    "member",
}


def check_complaint_sent_by(value: str) -> ComplaintSentBy:
    if value in COMPLAINT_SENT_BY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {COMPLAINT_SENT_BY_VALUES!r}")
