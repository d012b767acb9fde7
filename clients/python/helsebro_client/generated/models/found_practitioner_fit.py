from typing import Literal

FoundPractitionerFit = Literal["general", "problem"]

FOUND_PRACTITIONER_FIT_VALUES: set[FoundPractitionerFit] = {
    "general",
    "problem",
}


def check_found_practitioner_fit(value: str) -> FoundPractitionerFit:
    if value in FOUND_PRACTITIONER_FIT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {FOUND_PRACTITIONER_FIT_VALUES!r}")
