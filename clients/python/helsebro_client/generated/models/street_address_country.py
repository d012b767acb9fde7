from typing import Literal

StreetAddressCountry = Literal["DK", "NO"]

STREET_ADDRESS_COUNTRY_VALUES: set[StreetAddressCountry] = {
    "DK",
    "NO",
}


def check_street_address_country(value: str) -> StreetAddressCountry:
    if value in STREET_ADDRESS_COUNTRY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {STREET_ADDRESS_COUNTRY_VALUES!r}")
