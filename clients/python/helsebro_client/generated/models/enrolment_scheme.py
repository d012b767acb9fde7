from typing import Literal

EnrolmentScheme = Literal["company", "voluntary"]

ENROLMENT_SCHEME_VALUES: set[EnrolmentScheme] = {
    "company",
    "voluntary",
}


def check_enrolment_scheme(value: str) -> EnrolmentScheme:
    if value in ENROLMENT_SCHEME_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ENROLMENT_SCHEME_VALUES!r}")
