from typing import Literal

OutsideGrantCode = Literal[
    "above-granted-price", "another-treatment", "beyond-the-number", "nothing-granted", "outside-the-period"
]

OUTSIDE_GRANT_CODE_VALUES: set[OutsideGrantCode] = {
    "above-granted-price",
    "another-treatment",
    "beyond-the-number",
    "nothing-granted",
    "outside-the-period",
}


def check_outside_grant_code(value: str) -> OutsideGrantCode:
    if value in OUTSIDE_GRANT_CODE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {OUTSIDE_GRANT_CODE_VALUES!r}")
