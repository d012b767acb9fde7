from typing import Literal

NewLetterStateState = Literal["posted", "printed", "returned"]

NEW_LETTER_STATE_STATE_VALUES: set[NewLetterStateState] = {
    "posted",
    "printed",
    "returned",
}


def check_new_letter_state_state(value: str) -> NewLetterStateState:
    if value in NEW_LETTER_STATE_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {NEW_LETTER_STATE_STATE_VALUES!r}")
