from typing import Literal

JudgedBySource = Literal["official", "own"]

JUDGED_BY_SOURCE_VALUES: set[JudgedBySource] = {
    "official",
    "own",
}


def check_judged_by_source(value: str) -> JudgedBySource:
    if value in JUDGED_BY_SOURCE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {JUDGED_BY_SOURCE_VALUES!r}")
