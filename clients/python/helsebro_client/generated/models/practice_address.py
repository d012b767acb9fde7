from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.practice_address_country import (
    PracticeAddressCountry,
    check_practice_address_country,
)
from ..types import UNSET, Unset

T = TypeVar("T", bound="PracticeAddress")


@_attrs_define
class PracticeAddress:
    """A further address at which the practitioner treats.

    Attributes:
        city (str): The town.
        country (PracticeAddressCountry): The country.
        key (str): The clinic's own key of an address of the practitioner.
        postcode (str): A postcode that the country has.
        street (str): Street and number.
        lat (float | None | Unset): The latitude in degrees (WGS 84), at most 50 km from the postcode. Give both or
            none.
        lon (float | None | Unset): The longitude in degrees (WGS 84).
    """

    city: str
    country: PracticeAddressCountry
    key: str
    postcode: str
    street: str
    lat: float | None | Unset = UNSET
    lon: float | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        city = self.city

        country: str = self.country

        key = self.key

        postcode = self.postcode

        street = self.street

        lat: float | None | Unset
        if isinstance(self.lat, Unset):
            lat = UNSET
        else:
            lat = self.lat

        lon: float | None | Unset
        if isinstance(self.lon, Unset):
            lon = UNSET
        else:
            lon = self.lon

        field_dict: dict[str, Any] = {}

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

        country = check_practice_address_country(d.pop("country"))

        key = d.pop("key")

        postcode = d.pop("postcode")

        street = d.pop("street")

        def _parse_lat(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | Unset, data)

        lat = _parse_lat(d.pop("lat", UNSET))

        def _parse_lon(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | Unset, data)

        lon = _parse_lon(d.pop("lon", UNSET))

        practice_address = cls(
            city=city,
            country=country,
            key=key,
            postcode=postcode,
            street=street,
            lat=lat,
            lon=lon,
        )

        return practice_address
