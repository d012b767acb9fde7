from typing import Literal

ReadFactFormCountry = Literal["DK", "NO"]

READ_FACT_FORM_COUNTRY_VALUES: set[ReadFactFormCountry] = {
    "DK",
    "NO",
}


def check_read_fact_form_country(value: str) -> ReadFactFormCountry:
    if value in READ_FACT_FORM_COUNTRY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {READ_FACT_FORM_COUNTRY_VALUES!r}")
