from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.why_codes_item import WhyCodesItem, check_why_codes_item

T = TypeVar("T", bound="Why")


@_attrs_define
class Why:
    """Why a search shows a practitioner at this place.

    Attributes:
        codes (list[WhyCodesItem]): The reasons. `few-clients` says that they have few clients for their capacity.
        text (str): The same as sentences in the caller's language.
    """

    codes: list[WhyCodesItem]
    text: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        codes = []
        for codes_item_data in self.codes:
            codes_item: str = codes_item_data
            codes.append(codes_item)

        text = self.text

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "codes": codes,
                "text": text,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        codes = []
        _codes = d.pop("codes")
        for codes_item_data in _codes:
            codes_item = check_why_codes_item(codes_item_data)

            codes.append(codes_item)

        text = d.pop("text")

        why = cls(
            codes=codes,
            text=text,
        )

        why.additional_properties = d
        return why

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
