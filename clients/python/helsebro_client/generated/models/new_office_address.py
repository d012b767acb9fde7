from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="NewOfficeAddress")


@_attrs_define
class NewOfficeAddress:
    """Where the payer gets letters.

    Attributes:
        city (str): The town.
        postcode (str): 4 digits.
        street (str): The street and number, or a box.
    """

    city: str
    postcode: str
    street: str

    def to_dict(self) -> dict[str, Any]:
        city = self.city

        postcode = self.postcode

        street = self.street

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "city": city,
                "postcode": postcode,
                "street": street,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        city = d.pop("city")

        postcode = d.pop("postcode")

        street = d.pop("street")

        new_office_address = cls(
            city=city,
            postcode=postcode,
            street=street,
        )

        return new_office_address
