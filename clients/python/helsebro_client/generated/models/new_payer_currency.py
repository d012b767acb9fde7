from typing import Literal

NewPayerCurrency = Literal["DKK", "NOK"]

NEW_PAYER_CURRENCY_VALUES: set[NewPayerCurrency] = {
    "DKK",
    "NOK",
}


def check_new_payer_currency(value: str) -> NewPayerCurrency:
    if value in NEW_PAYER_CURRENCY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {NEW_PAYER_CURRENCY_VALUES!r}")
