from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="UrgentNumber")


@_attrs_define
class UrgentNumber:
    """A number to call in an emergency.

    Attributes:
        country (str): The country, in two letters.
        hours (None | str): When it answers, in the caller's language; null when we do not know.
        number (str): The number.
        region (None | str): The region that it serves; null for the whole country.
        tel (str): The same as an address that a telephone calls.
        when (str): When to call it, in the caller's language.
    """

    country: str
    hours: None | str
    number: str
    region: None | str
    tel: str
    when: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        country = self.country

        hours: None | str
        hours = self.hours

        number = self.number

        region: None | str
        region = self.region

        tel = self.tel

        when = self.when

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "country": country,
                "hours": hours,
                "number": number,
                "region": region,
                "tel": tel,
                "when": when,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        country = d.pop("country")

        def _parse_hours(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        hours = _parse_hours(d.pop("hours"))

        number = d.pop("number")

        def _parse_region(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        region = _parse_region(d.pop("region"))

        tel = d.pop("tel")

        when = d.pop("when")

        urgent_number = cls(
            country=country,
            hours=hours,
            number=number,
            region=region,
            tel=tel,
            when=when,
        )

        urgent_number.additional_properties = d
        return urgent_number

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
