from typing import Literal

ReadProblemLanguage = Literal["da", "en", "nb"]

READ_PROBLEM_LANGUAGE_VALUES: set[ReadProblemLanguage] = {
    "da",
    "en",
    "nb",
}


def check_read_problem_language(value: str) -> ReadProblemLanguage:
    if value in READ_PROBLEM_LANGUAGE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {READ_PROBLEM_LANGUAGE_VALUES!r}")
