from typing import Literal

NewPayerCountry = Literal["DK", "NO"]

NEW_PAYER_COUNTRY_VALUES: set[NewPayerCountry] = {
    "DK",
    "NO",
}


def check_new_payer_country(value: str) -> NewPayerCountry:
    if value in NEW_PAYER_COUNTRY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {NEW_PAYER_COUNTRY_VALUES!r}")
