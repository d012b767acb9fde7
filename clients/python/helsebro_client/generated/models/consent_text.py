from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.consent_text_language import (
    ConsentTextLanguage,
    check_consent_text_language,
)

T = TypeVar("T", bound="ConsentText")


@_attrs_define
class ConsentText:
    """The text that the signatory is asked to consent to.

    Attributes:
        language (ConsentTextLanguage): The language of the text.
        text (str): The text.
        text_version (str): The version of the text, which the consent names.
    """

    language: ConsentTextLanguage
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
        language = check_consent_text_language(d.pop("language"))

        text = d.pop("text")

        text_version = d.pop("textVersion")

        consent_text = cls(
            language=language,
            text=text,
            text_version=text_version,
        )

        consent_text.additional_properties = d
        return consent_text

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
