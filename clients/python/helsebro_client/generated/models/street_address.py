from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.street_address_country import (
    StreetAddressCountry,
    check_street_address_country,
)

T = TypeVar("T", bound="StreetAddress")


@_attrs_define
class StreetAddress:
    """A street address.

    Attributes:
        city (str): The town.
        country (StreetAddressCountry): The country.
        postcode (str): A postcode that the country has.
        street (str): Street and number.
    """

    city: str
    country: StreetAddressCountry
    postcode: str
    street: str

    def to_dict(self) -> dict[str, Any]:
        city = self.city

        country: str = self.country

        postcode = self.postcode

        street = self.street

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "city": city,
                "country": country,
                "postcode": postcode,
                "street": street,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        city = d.pop("city")

        country = check_street_address_country(d.pop("country"))

        postcode = d.pop("postcode")

        street = d.pop("street")

        street_address = cls(
            city=city,
            country=country,
            postcode=postcode,
            street=street,
        )

        return street_address
