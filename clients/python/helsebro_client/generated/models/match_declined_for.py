from typing import Literal

MatchDeclinedFor = Literal["clinic", "practitioner"]

MATCH_DECLINED_FOR_VALUES: set[MatchDeclinedFor] = {
    "clinic",
    "practitioner",
}


def check_match_declined_for(value: str) -> MatchDeclinedFor:
    if value in MATCH_DECLINED_FOR_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {MATCH_DECLINED_FOR_VALUES!r}")
