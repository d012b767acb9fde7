from __future__ import annotations

from collections.abc import Mapping
from typing import (
    Any,
    Literal,
    TypeVar,
    cast,
)

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="MatchWarning")


@_attrs_define
class MatchWarning:
    """What keeps the clinic from contacting the client in time.

    Attributes:
        code (Literal['client-unreachable']): `client-unreachable`: no phone number is known, so the clinic cannot call.
        text (str): What it is and what to do, in the reader's language.
    """

    code: Literal["client-unreachable"]
    text: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        code = self.code

        text = self.text

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "code": code,
                "text": text,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        code = cast(Literal["client-unreachable"], d.pop("code"))
        if code != "client-unreachable":
            raise ValueError(f"code must match const 'client-unreachable', got '{code}'")

        text = d.pop("text")

        match_warning = cls(
            code=code,
            text=text,
        )

        match_warning.additional_properties = d
        return match_warning

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
