from typing import Literal

BookedMoneyCurrency = Literal["DKK", "NOK"]

BOOKED_MONEY_CURRENCY_VALUES: set[BookedMoneyCurrency] = {
    "DKK",
    "NOK",
}


def check_booked_money_currency(value: str) -> BookedMoneyCurrency:
    if value in BOOKED_MONEY_CURRENCY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {BOOKED_MONEY_CURRENCY_VALUES!r}")
