from typing import Literal

DeclinedMatchReason = Literal["conflict-of-interest", "language", "no-capacity", "not-my-field", "other"]

DECLINED_MATCH_REASON_VALUES: set[DeclinedMatchReason] = {
    "conflict-of-interest",
    "language",
    "no-capacity",
    "not-my-field",
    "other",
}


def check_declined_match_reason(value: str) -> DeclinedMatchReason:
    if value in DECLINED_MATCH_REASON_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {DECLINED_MATCH_REASON_VALUES!r}")
