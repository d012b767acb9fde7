from typing import Literal

PastMatchStatus = Literal["declined", "ended", "matched"]

PAST_MATCH_STATUS_VALUES: set[PastMatchStatus] = {
    "declined",
    "ended",
    "matched",
}


def check_past_match_status(value: str) -> PastMatchStatus:
    if value in PAST_MATCH_STATUS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PAST_MATCH_STATUS_VALUES!r}")
