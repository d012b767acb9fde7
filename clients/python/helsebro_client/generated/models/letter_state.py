from typing import Literal

LetterState = Literal["posted", "printed", "queued", "returned"]

LETTER_STATE_VALUES: set[LetterState] = {
    "posted",
    "printed",
    "queued",
    "returned",
}


def check_letter_state(value: str) -> LetterState:
    if value in LETTER_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LETTER_STATE_VALUES!r}")
