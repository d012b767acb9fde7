from typing import Literal

ClashCertainty = Literal["certain", "perhaps"]

CLASH_CERTAINTY_VALUES: set[ClashCertainty] = {
    "certain",
    "perhaps",
}


def check_clash_certainty(value: str) -> ClashCertainty:
    if value in CLASH_CERTAINTY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CLASH_CERTAINTY_VALUES!r}")
