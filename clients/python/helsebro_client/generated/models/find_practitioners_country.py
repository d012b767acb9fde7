from typing import Literal

FindPractitionersCountry = Literal["DK", "NO"]

FIND_PRACTITIONERS_COUNTRY_VALUES: set[FindPractitionersCountry] = {
    "DK",
    "NO",
}


def check_find_practitioners_country(value: str) -> FindPractitionersCountry:
    if value in FIND_PRACTITIONERS_COUNTRY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {FIND_PRACTITIONERS_COUNTRY_VALUES!r}")
