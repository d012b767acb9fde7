from typing import Literal

EarlierConditionKey = Literal["other", "same"]

EARLIER_CONDITION_KEY_VALUES: set[EarlierConditionKey] = {
    "other",
    "same",
}


def check_earlier_condition_key(value: str) -> EarlierConditionKey:
    if value in EARLIER_CONDITION_KEY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {EARLIER_CONDITION_KEY_VALUES!r}")
