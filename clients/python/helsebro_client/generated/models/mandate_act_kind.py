from typing import Literal

MandateActKind = Literal[
    "booking", "complaint", "extension", "facts", "hold", "message", "refund", "report", "upload", "waitlist"
]

MANDATE_ACT_KIND_VALUES: set[MandateActKind] = {
    "booking",
    "complaint",
    "extension",
    "facts",
    "hold",
    "message",
    "refund",
    "report",
    "upload",
    "waitlist",
}


def check_mandate_act_kind(value: str) -> MandateActKind:
    if value in MANDATE_ACT_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {MANDATE_ACT_KIND_VALUES!r}")
