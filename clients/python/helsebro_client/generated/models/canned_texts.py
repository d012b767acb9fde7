from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="CannedTexts")


@_attrs_define
class CannedTexts:
    """The text in each language.

    Attributes:
        da (str): In Danish.
        en (str): In English.
        nb (str): In Norwegian.
    """

    da: str
    en: str
    nb: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        da = self.da

        en = self.en

        nb = self.nb

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "da": da,
                "en": en,
                "nb": nb,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        da = d.pop("da")

        en = d.pop("en")

        nb = d.pop("nb")

        canned_texts = cls(
            da=da,
            en=en,
            nb=nb,
        )

        canned_texts.additional_properties = d
        return canned_texts

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
