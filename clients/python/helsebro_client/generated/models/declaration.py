from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.declaration_language import (
    DeclarationLanguage,
    check_declaration_language,
)

T = TypeVar("T", bound="Declaration")


@_attrs_define
class Declaration:
    """What an applicant declares.

    Attributes:
        language (DeclarationLanguage): The language of the text.
        text (str): The text.
        text_version (str): The version of the text.
    """

    language: DeclarationLanguage
    text: str
    text_version: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        language: str = self.language

        text = self.text

        text_version = self.text_version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "language": language,
                "text": text,
                "textVersion": text_version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        language = check_declaration_language(d.pop("language"))

        text = d.pop("text")

        text_version = d.pop("textVersion")

        declaration = cls(
            language=language,
            text=text,
            text_version=text_version,
        )

        declaration.additional_properties = d
        return declaration

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
