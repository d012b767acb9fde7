from typing import Literal

NewApplicationCountry = Literal["DK", "NO"]

NEW_APPLICATION_COUNTRY_VALUES: set[NewApplicationCountry] = {
    "DK",
    "NO",
}


def check_new_application_country(value: str) -> NewApplicationCountry:
    if value in NEW_APPLICATION_COUNTRY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {NEW_APPLICATION_COUNTRY_VALUES!r}")
