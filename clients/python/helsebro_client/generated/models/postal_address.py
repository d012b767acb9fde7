from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="PostalAddress")


@_attrs_define
class PostalAddress:
    """Where letters go.

    Attributes:
        city (str): The town.
        country (str): The country, in two letters.
        name (str): The name on the letter box.
        postcode (str): The postcode.
        street (str): Street and number.
    """

    city: str
    country: str
    name: str
    postcode: str
    street: str

    def to_dict(self) -> dict[str, Any]:
        city = self.city

        country = self.country

        name = self.name

        postcode = self.postcode

        street = self.street

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "city": city,
                "country": country,
                "name": name,
                "postcode": postcode,
                "street": street,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        city = d.pop("city")

        country = d.pop("country")

        name = d.pop("name")

        postcode = d.pop("postcode")

        street = d.pop("street")

        postal_address = cls(
            city=city,
            country=country,
            name=name,
            postcode=postcode,
            street=street,
        )

        return postal_address
