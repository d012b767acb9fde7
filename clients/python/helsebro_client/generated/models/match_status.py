from typing import Literal

MatchStatus = Literal["declined", "ended", "matched"]

MATCH_STATUS_VALUES: set[MatchStatus] = {
    "declined",
    "ended",
    "matched",
}


def check_match_status(value: str) -> MatchStatus:
    if value in MATCH_STATUS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {MATCH_STATUS_VALUES!r}")
