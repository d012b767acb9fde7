from typing import Literal

ReadPublicGuidanceCountry = Literal["DK", "NO"]

READ_PUBLIC_GUIDANCE_COUNTRY_VALUES: set[ReadPublicGuidanceCountry] = {
    "DK",
    "NO",
}


def check_read_public_guidance_country(value: str) -> ReadPublicGuidanceCountry:
    if value in READ_PUBLIC_GUIDANCE_COUNTRY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {READ_PUBLIC_GUIDANCE_COUNTRY_VALUES!r}")
