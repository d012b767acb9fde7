from typing import Literal

MatchDeclineReason = Literal["conflict-of-interest", "language", "no-capacity", "not-my-field", "other"]

MATCH_DECLINE_REASON_VALUES: set[MatchDeclineReason] = {
    "conflict-of-interest",
    "language",
    "no-capacity",
    "not-my-field",
    "other",
}


def check_match_decline_reason(value: str) -> MatchDeclineReason:
    if value in MATCH_DECLINE_REASON_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {MATCH_DECLINE_REASON_VALUES!r}")
