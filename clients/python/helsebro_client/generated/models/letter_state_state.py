from typing import Literal

LetterStateState = Literal["posted", "printed", "returned"]

LETTER_STATE_STATE_VALUES: set[LetterStateState] = {
    "posted",
    "printed",
    "returned",
}


def check_letter_state_state(value: str) -> LetterStateState:
    if value in LETTER_STATE_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LETTER_STATE_STATE_VALUES!r}")
