from typing import Literal

PractitionerAddressCountry = Literal["DK", "NO"]

PRACTITIONER_ADDRESS_COUNTRY_VALUES: set[PractitionerAddressCountry] = {
    "DK",
    "NO",
}


def check_practitioner_address_country(value: str) -> PractitionerAddressCountry:
    if value in PRACTITIONER_ADDRESS_COUNTRY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PRACTITIONER_ADDRESS_COUNTRY_VALUES!r}")
