from typing import Literal

ListLettersState = Literal["posted", "printed", "queued", "returned"]

LIST_LETTERS_STATE_VALUES: set[ListLettersState] = {
    "posted",
    "printed",
    "queued",
    "returned",
}


def check_list_letters_state(value: str) -> ListLettersState:
    if value in LIST_LETTERS_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_LETTERS_STATE_VALUES!r}")
