from typing import Literal

AcuteSafetyNeed = Literal["acute", "crisis"]

ACUTE_SAFETY_NEED_VALUES: set[AcuteSafetyNeed] = {
    "acute",
    "crisis",
}


def check_acute_safety_need(value: str) -> AcuteSafetyNeed:
    if value in ACUTE_SAFETY_NEED_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ACUTE_SAFETY_NEED_VALUES!r}")
