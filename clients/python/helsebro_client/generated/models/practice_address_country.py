from typing import Literal

PracticeAddressCountry = Literal["DK", "NO"]

PRACTICE_ADDRESS_COUNTRY_VALUES: set[PracticeAddressCountry] = {
    "DK",
    "NO",
}


def check_practice_address_country(value: str) -> PracticeAddressCountry:
    if value in PRACTICE_ADDRESS_COUNTRY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PRACTICE_ADDRESS_COUNTRY_VALUES!r}")
