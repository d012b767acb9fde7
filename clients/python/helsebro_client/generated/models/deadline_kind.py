from typing import Literal

DeadlineKind = Literal[
    "assignment",
    "complaint",
    "consent-expiry",
    "consultation",
    "contact",
    "crisis-contact",
    "crisis-end",
    "crisis-start",
    "document-reply",
    "extension",
    "first-answer",
    "guarantee-expiry",
    "message-reply",
    "refund",
]

DEADLINE_KIND_VALUES: set[DeadlineKind] = {
    "assignment",
    "complaint",
    "consent-expiry",
    "consultation",
    "contact",
    "crisis-contact",
    "crisis-end",
    "crisis-start",
    "document-reply",
    "extension",
    "first-answer",
    "guarantee-expiry",
    "message-reply",
    "refund",
}


def check_deadline_kind(value: str) -> DeadlineKind:
    if value in DEADLINE_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {DEADLINE_KIND_VALUES!r}")
