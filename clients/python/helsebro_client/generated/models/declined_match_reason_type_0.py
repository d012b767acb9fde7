from typing import Literal

DeclinedMatchReasonType0 = Literal["conflict-of-interest", "language", "no-capacity", "not-my-field", "other"]

DECLINED_MATCH_REASON_TYPE_0_VALUES: set[DeclinedMatchReasonType0] = {
    "conflict-of-interest",
    "language",
    "no-capacity",
    "not-my-field",
    "other",
}


def check_declined_match_reason_type_0(value: str) -> DeclinedMatchReasonType0:
    if value in DECLINED_MATCH_REASON_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {DECLINED_MATCH_REASON_TYPE_0_VALUES!r}")
