from typing import Literal

EndingKind = Literal["leaving", "run-off", "seventieth-year", "suspension"]

ENDING_KIND_VALUES: set[EndingKind] = {
    "leaving",
    "run-off",
    "seventieth-year",
    "suspension",
}


def check_ending_kind(value: str) -> EndingKind:
    if value in ENDING_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ENDING_KIND_VALUES!r}")
