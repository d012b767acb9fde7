from typing import Literal

ReadHelpCountry = Literal["DK", "NO"]

READ_HELP_COUNTRY_VALUES: set[ReadHelpCountry] = {
    "DK",
    "NO",
}


def check_read_help_country(value: str) -> ReadHelpCountry:
    if value in READ_HELP_COUNTRY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {READ_HELP_COUNTRY_VALUES!r}")
