from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="KeyedAddress")


@_attrs_define
class KeyedAddress:
    """A further address at which a practitioner treats.

    Attributes:
        city (str): The town.
        country (str): The country, in two letters.
        key (str): The clinic's own key of the address.
        postcode (str): The postcode.
        street (str): Street and number.
        lat (float | Unset): The latitude in degrees (WGS 84), if known.
        lon (float | Unset): The longitude in degrees (WGS 84), if known.
    """

    city: str
    country: str
    key: str
    postcode: str
    street: str
    lat: float | Unset = UNSET
    lon: float | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        city = self.city

        country = self.country

        key = self.key

        postcode = self.postcode

        street = self.street

        lat = self.lat

        lon = self.lon

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "city": city,
                "country": country,
                "key": key,
                "postcode": postcode,
                "street": street,
            }
        )
        if lat is not UNSET:
            field_dict["lat"] = lat
        if lon is not UNSET:
            field_dict["lon"] = lon

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        city = d.pop("city")

        country = d.pop("country")

        key = d.pop("key")

        postcode = d.pop("postcode")

        street = d.pop("street")

        lat = d.pop("lat", UNSET)

        lon = d.pop("lon", UNSET)

        keyed_address = cls(
            city=city,
            country=country,
            key=key,
            postcode=postcode,
            street=street,
            lat=lat,
            lon=lon,
        )

        keyed_address.additional_properties = d
        return keyed_address

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
