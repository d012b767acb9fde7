from typing import Literal

MandateGivenBy = Literal["guardian", "member"]

MANDATE_GIVEN_BY_VALUES: set[MandateGivenBy] = {
    "guardian",
    "member",
}


def check_mandate_given_by(value: str) -> MandateGivenBy:
    if value in MANDATE_GIVEN_BY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {MANDATE_GIVEN_BY_VALUES!r}")
