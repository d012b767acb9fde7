from typing import Literal

PayerCurrency = Literal["DKK", "NOK"]

PAYER_CURRENCY_VALUES: set[PayerCurrency] = {
    "DKK",
    "NOK",
}


def check_payer_currency(value: str) -> PayerCurrency:
    if value in PAYER_CURRENCY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PAYER_CURRENCY_VALUES!r}")
