from typing import Literal

MatchReason = Literal["conflict-of-interest", "language", "no-capacity", "not-my-field", "other"]

MATCH_REASON_VALUES: set[MatchReason] = {
    "conflict-of-interest",
    "language",
    "no-capacity",
    "not-my-field",
    "other",
}


def check_match_reason(value: str) -> MatchReason:
    if value in MATCH_REASON_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {MATCH_REASON_VALUES!r}")
