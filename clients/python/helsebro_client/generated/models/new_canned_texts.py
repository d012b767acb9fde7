from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="NewCannedTexts")


@_attrs_define
class NewCannedTexts:
    """The text in each language.

    Attributes:
        da (str): In Danish.
        en (str): In English.
        nb (str): In Norwegian.
    """

    da: str
    en: str
    nb: str

    def to_dict(self) -> dict[str, Any]:
        da = self.da

        en = self.en

        nb = self.nb

        field_dict: dict[str, Any] = {}

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

        new_canned_texts = cls(
            da=da,
            en=en,
            nb=nb,
        )

        return new_canned_texts
