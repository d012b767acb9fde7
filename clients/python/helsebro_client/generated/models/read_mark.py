from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="ReadMark")


@_attrs_define
class ReadMark:
    """Up to where the caller's side has read.

    Attributes:
        read_up_to (None | str): The id of the last message read; null for none.
    """

    read_up_to: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        read_up_to: None | str
        read_up_to = self.read_up_to

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "readUpTo": read_up_to,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_read_up_to(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        read_up_to = _parse_read_up_to(d.pop("readUpTo"))

        read_mark = cls(
            read_up_to=read_up_to,
        )

        read_mark.additional_properties = d
        return read_mark

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
