from typing import Literal

AccountNumber = Literal[
    "1900", "2410", "2420", "2430", "2440", "4100", "4200", "4300", "9100", "9110", "9900", "9910"
]

ACCOUNT_NUMBER_VALUES: set[AccountNumber] = {
    "1900",
    "2410",
    "2420",
    "2430",
    "2440",
    "4100",
    "4200",
    "4300",
    "9100",
    "9110",
    "9900",
    "9910",
}


def check_account_number(value: str) -> AccountNumber:
    if value in ACCOUNT_NUMBER_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ACCOUNT_NUMBER_VALUES!r}")
