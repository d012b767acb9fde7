from typing import Literal

MaskedAccountCurrency = Literal["DKK", "NOK"]

MASKED_ACCOUNT_CURRENCY_VALUES: set[MaskedAccountCurrency] = {
    "DKK",
    "NOK",
}


def check_masked_account_currency(value: str) -> MaskedAccountCurrency:
    if value in MASKED_ACCOUNT_CURRENCY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {MASKED_ACCOUNT_CURRENCY_VALUES!r}")
