from typing import Literal

PastMatchReason = Literal["conflict-of-interest", "language", "no-capacity", "not-my-field", "other"]

PAST_MATCH_REASON_VALUES: set[PastMatchReason] = {
    "conflict-of-interest",
    "language",
    "no-capacity",
    "not-my-field",
    "other",
}


def check_past_match_reason(value: str) -> PastMatchReason:
    if value in PAST_MATCH_REASON_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PAST_MATCH_REASON_VALUES!r}")
