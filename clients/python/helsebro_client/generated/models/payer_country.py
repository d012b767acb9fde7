from typing import Literal

PayerCountry = Literal["DK", "NO"]

PAYER_COUNTRY_VALUES: set[PayerCountry] = {
    "DK",
    "NO",
}


def check_payer_country(value: str) -> PayerCountry:
    if value in PAYER_COUNTRY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PAYER_COUNTRY_VALUES!r}")
