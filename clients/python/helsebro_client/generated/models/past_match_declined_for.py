from typing import Literal

PastMatchDeclinedFor = Literal["clinic", "practitioner"]

PAST_MATCH_DECLINED_FOR_VALUES: set[PastMatchDeclinedFor] = {
    "clinic",
    "practitioner",
}


def check_past_match_declined_for(value: str) -> PastMatchDeclinedFor:
    if value in PAST_MATCH_DECLINED_FOR_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PAST_MATCH_DECLINED_FOR_VALUES!r}")
